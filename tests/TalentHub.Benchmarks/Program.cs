using TalentHub.Benchmarks;

// dotnet run -c Release --project tests/TalentHub.Benchmarks [-- --size small|medium] [--seconds 10] [--warming 20] [--connections 16]
// One table out, in Markdown, as it stands in docs/performance.md. Needs wrk (Debian: apt-get install wrk).
var options = Options.Read(args);
await using var product = await Product.StartAsync(options);
var rows = new List<Result>();
foreach (var scenario in Scenarios.All)
{
    rows.Add(await Load.RunAsync(product, scenario, options));
    Console.Error.WriteLine(rows[^1]);
}

Report.Write(Console.Out, rows, await Applying.RunAsync(product, 100), product, options);
