# Gives Mastodon's own settings the values that its operator declared: rails runner settings.rb DECLARED APPLIED
#
# Both are JSON files, name to value. Each new value is applied once and then remembered in APPLIED, so that what moderators
# change afterwards in Mastodon itself stays, until the operator declares something else.
require 'json'

declared_file, applied_file = ARGV
declared = JSON.parse(File.read(declared_file))
applied = File.exist?(applied_file) ? JSON.parse(File.read(applied_file)) : {}

declared.each do |name, value|
  Setting.public_send("#{name}=", value) unless applied[name] == value
end

File.write("#{applied_file}.new", JSON.generate(declared))
File.rename("#{applied_file}.new", applied_file)
