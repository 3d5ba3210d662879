# Builds and runs the web program. The browser's files are built by npm inside the .NET build, so the build stage has node.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/TalentHub.Web -c Release -o /app -p:PublishReadyToRun=true -r linux-x64 --self-contained false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# Files and, without SQL Server, the database live here: mount a volume.
ENV TALENTHUB_DATA=/data
# glibc opens heaps for every processor, and what one has freed no other can use: some thirty megabytes under load.
ENV MALLOC_ARENA_MAX=2
RUN mkdir /data && chown app /data
VOLUME /data
USER app
EXPOSE 8080
ENTRYPOINT ["dotnet", "TalentHub.Web.dll"]
CMD ["serve", "--urls", "http://0.0.0.0:8080"]
