<?php

// Run by every set-up, after migrations. What an operator declared goes where the site's own administration would put
// it, since that comes before the environment; all else there is left alone.

use App\Models\ConfigCache;
use App\Services\ConfigCacheService;
use Illuminate\Support\Facades\Cache;

$declared = json_decode(file_get_contents(getenv('PIXELFED_DECLARED')), true, 512, JSON_THROW_ON_ERROR);
foreach ($declared as $key => $value) {
    ConfigCacheService::put($key, $value);
}

// Where files are kept is decided by resources: a copy from before a move would lead to the old storage.
foreach (ConfigCache::where('k', 'like', 'filesystems.%')->get() as $entry) {
    Cache::forget(ConfigCacheService::CACHE_KEY . $entry->k);
    $entry->delete();
}

// Answers that hold some of it, for up to half an hour. Nothing may empty the whole cache: queues are in there, too.
Cache::forget('api:v1:instance-data-response-v1');
Cache::forget('api:site:configuration:_v0.8');

echo 'What was declared holds.' . PHP_EOL;
