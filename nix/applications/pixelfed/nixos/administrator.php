<?php

// Makes the first administrator. The password comes through standard input, since everybody on a host can read how a
// program was called.

use App\Services\ConfigCacheService;
use App\User;
use App\Util\Lexer\RestrictedNames;
use Illuminate\Support\Facades\Artisan;

$wanted = json_decode(file_get_contents(getenv('PIXELFED_ADMINISTRATOR')), true, 512, JSON_THROW_ON_ERROR);
['user' => $name, 'email' => $email] = $wanted;

if (User::whereUsername($name)->orWhere('email', $email)->exists()) {
    echo 'The administrator is there already.' . PHP_EOL;
    return;
}
if (in_array($name, RestrictedNames::get(), true)) {
    throw new RuntimeException("Pixelfed keeps the name $name for itself.");
}

// `true`, not 1: since 0.11.7 the command compares it with the text "true".
Artisan::call('user:create', [
    '--name' => $name,
    '--username' => $name,
    '--email' => $email,
    '--password' => rtrim(stream_get_contents(STDIN), "\n"),
    '--is_admin' => true,
    '--confirm_email' => true,
]);

// Whom visitors can write to, and who is told of people that ask to join.
ConfigCacheService::put('instance.admin.pid', User::whereUsername($name)->firstOrFail()->profile_id);

echo 'The administrator was made.' . PHP_EOL;
