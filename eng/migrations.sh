#!/usr/bin/env bash
# Writes a migration for both databases: eng/migrations.sh NAME
# Before the first release there is one migration a database, made anew: eng/migrations.sh --restart
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?a name, or --restart}
dotnet tool restore > /dev/null
if [ "$name" = --restart ]; then
  rm -rf src/TalentHub.Data/Sqlite/Migrations src/TalentHub.Data/SqlServer/Migrations
  name=Initial
fi
dotnet build src/TalentHub.Data -v q -nologo
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$name" --no-build --project src/TalentHub.Data --context "${provider}TalentHubDb" --output-dir "$provider/Migrations"
done
