using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TalentHub.Data.Privacy;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

/// <summary>Every column has a class, and whoever's a row is can be told from the model.</summary>
public sealed class ClassificationTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private const string Begin = "<!-- table begin: written by ClassificationTests with TALENTHUB_UPDATE=1 -->";
    private const string End = "<!-- table end -->";

    private static readonly string Document = Repository.PathOf("docs", "privacy.md");

    [Fact]
    public async Task Every_column_has_a_class()
    {
        var missing = (await TablesAsync()).SelectMany(t => t.Table.Columns
            .Where(c => t.Class is null || DataMap.ClassOf(t.Class, c) is null).Select(c => $"{t.Table.Name}.{c.Name}"));

        Assert.True(!missing.Any(), $"Say in Data/Privacy/DataMap… of what class these are: {string.Join(", ", missing)}");
    }

    [Fact]
    public async Task No_class_is_said_of_a_column_that_is_not_there()
    {
        var stale = (await TablesAsync()).Where(t => t.Class is not null).SelectMany(t => t.Class!.Named.Keys.Concat(t.Class.Counted).Concat(ColumnsOf(t.Class))
            .Where(c => t.Table.FindColumn(c) is null).Select(c => $"{t.Table.Name}.{c}"));

        Assert.Empty(stale);
        Assert.Equal(DataMap.All.Count, DataMap.All.Select(t => t.Entity).Distinct().Count());
    }

    [Fact]
    public async Task A_table_that_refers_to_a_person_or_to_something_of_theirs_says_whose_its_rows_are()
    {
        var tables = (await TablesAsync()).Where(t => t.Class is not null).ToList();
        var owned = tables.Where(t => t.Class!.Owners.Count > 0).Select(t => t.Table.Name).ToHashSet(StringComparer.Ordinal);
        var entities = owned.Select(Singular).Where(n => n != "Person").ToHashSet(StringComparer.Ordinal);

        var silent = tables.Where(t => t.Class is { Owners.Count: 0, WhyNobodys: null }).Where(t =>
            t.Table.ForeignKeyConstraints.Any(f => owned.Contains(f.PrincipalTable.Name))
            || (t.Table.FindColumn("Machine") is not null && t.Table.FindColumn("SubjectId") is not null)
            || t.Table.Columns.Any(c => c.Name == "PersonId" || c.Name == "AccountId" || (c.Name.EndsWith("Id", StringComparison.Ordinal) && entities.Contains(c.Name[..^2]))));

        Assert.True(!silent.Any(), $"Whose are the rows of {string.Join(", ", silent.Select(t => t.Table.Name))}? Say it in Data/Privacy/DataMap… with Of…, or Nobodys with the reason.");
    }

    [Fact]
    public async Task Every_machine_about_a_person_is_known_by_its_subjects()
    {
        var model = await factory.DbAsync(db => Task.FromResult(db.Model));
        var machines = model.GetEntityTypes().Where(t => typeof(IStateful).IsAssignableFrom(t.ClrType) && t.FindProperty("PersonId") is not null);

        Assert.All(machines, m => Assert.NotEmpty(DataMap.Find(m.ClrType)!.Owners));
    }

    [Fact]
    public async Task What_must_be_blanked_can_be_blanked()
    {
        var stuck = (await TablesAsync()).Where(t => t.Class is { Owners.Count: > 0, Erasing: Erasing.BlanksWords } && t.Class.Entity != typeof(Person)).SelectMany(t => t.Table.Columns
            .Where(c => !t.Class!.Counted.Contains(c.Name) && DataMap.ClassOf(t.Class, c) is DataClass.Personal or DataClass.Sensitive or DataClass.Secret)
            .Where(c => !c.IsNullable && c.ProviderClrType != typeof(string) && c.ProviderClrType != typeof(long)).Select(c => $"{t.Table.Name}.{c.Name}"));

        Assert.Empty(stuck);
    }

    [Fact]
    public async Task The_document_says_what_the_model_says()
    {
        var text = await File.ReadAllTextAsync(Document, TestContext.Current.CancellationToken);
        var at = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        var actual = text[..at] + "\n" + Written(await TablesAsync()) + text[end..];
        if (Environment.GetEnvironmentVariable("TALENTHUB_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(Document, actual, TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(text == actual, "docs/privacy.md differs from the model. Read the change, then write it with TALENTHUB_UPDATE=1.");
    }

    private static string Written(IReadOnlyList<(ITable Table, TableClass? Class)> tables)
    {
        var text = new StringBuilder("| Table | Whose | Erasing | Public | Internal | Personal | Sensitive | Secret |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var (table, said) in tables.Where(t => t.Class is not null))
        {
            var cells = Enum.GetValues<DataClass>().Select(of => string.Join(", ", table.Columns.Where(c => DataMap.ClassOf(said!, c) == of).Select(c => c.Name + (said!.Counted.Contains(c.Name) ? " (stays)" : string.Empty))));
            var erasing = said!.Owners.Count == 0 ? "–" : said.Erasing == Erasing.RemovesRow ? "row goes" : "row stays, blanked";
            text.Append(CultureInfo.InvariantCulture, $"| {table.Name} | {Whose(said)} | {erasing} | {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    private static string Whose(TableClass table) => table.Owners.Count == 0 ? "nobody's" : string.Join("; ", table.Owners.Select(o => o switch
    {
        Owner.Person p => p.Column,
        Owner.Row r => r.Column,
        Owner.Subject => "Machine, SubjectId",
        Owner.Address a => a.Column + " (address)",
        _ => throw new InvalidOperationException("A way that is not known."),
    }));

    private static IEnumerable<string> ColumnsOf(TableClass table) => table.Owners.SelectMany(o => o switch
    {
        Owner.Person p => [p.Column],
        Owner.Row r => [r.Column],
        Owner.Subject => ["Machine", "SubjectId"],
        Owner.Address a => new[] { a.Column },
        _ => [],
    });

    /// <summary>How a column would name a row of this table: Applications → Application.</summary>
    private static string Singular(string table) => table == "People" ? "Person" : table.EndsWith('s') ? table[..^1] : table;

    private Task<IReadOnlyList<(ITable Table, TableClass? Class)>> TablesAsync() => factory.DbAsync(db => Task.FromResult(DataMap.Over(db.Model)));
}
