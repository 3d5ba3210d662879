using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Domain.Access;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;
using TalentHub.Services.Privacy;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Privacy;

/// <summary>The list beside the database knows everybody who was erased, also after a kill or a full disk at the worst moment.</summary>
public sealed class ErasedListTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private string Path => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(factory.DatabaseFile)!, ErasedList.FileName);

    [Fact]
    public async Task Who_is_erased_and_missing_in_the_list_is_added_by_the_job_once()
    {
        var (first, second) = (await ErasedAsync("Kiara Killed"), await ErasedAsync("Lena Listed"));

        // As a kill between the commit and the line leaves it.
        var lines = await File.ReadAllLinesAsync(Path, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(Path, lines.Where(l => !l.Contains($"\"Person\":{first},", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        await FinishAsync();
        await FinishAsync();

        var listed = (await List.ReadAsync(CancellationToken.None)).Select(l => l.Person).ToList();
        Assert.Single(listed, first);
        Assert.Single(listed, second);
    }

    [Fact]
    public async Task A_program_that_begins_anew_looks_through_all_tombstones_however_old()
    {
        var old = await ErasedAsync("Olga Old");
        await factory.DbAsync(db => db.ErasedPeople.Where(e => e.PersonId == old).ExecuteUpdateAsync(set => set.SetProperty(e => e.ErasedAt, e => e.ErasedAt.AddYears(-2))));
        File.Delete(Path);
        List.ComparedAt = null;

        await FinishAsync();

        Assert.Single(await List.ReadAsync(CancellationToken.None), l => l.Person == old);
    }

    [Fact]
    public async Task A_line_that_a_kill_cut_off_swallows_neither_the_next_one_nor_its_own_tombstone()
    {
        var cut = await ErasedAsync("Cora Cut");
        var text = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path, text[..^20], TestContext.Current.CancellationToken);

        var next = await ErasedAsync("Nina Next");
        Assert.DoesNotContain(await List.ReadAsync(CancellationToken.None), l => l.Person == cut);
        await FinishAsync();

        var listed = (await List.ReadAsync(CancellationToken.None)).Select(l => l.Person).ToList();
        Assert.Single(listed, cut);
        Assert.Single(listed, next);
    }

    [Fact]
    public async Task An_erasure_holds_while_its_line_cannot_be_written_and_the_job_writes_it_later()
    {
        long person;
        using (new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            person = await ErasedAsync("Dora Diskfull");
        }

        Assert.True(await factory.DbAsync(db => db.ErasedPeople.AnyAsync(e => e.PersonId == person)));
        Assert.DoesNotContain(await List.ReadAsync(CancellationToken.None), l => l.Person == person);
        await FinishAsync();
        Assert.Single(await List.ReadAsync(CancellationToken.None), l => l.Person == person);
    }

    private ErasedList List => factory.Services.GetRequiredService<ErasedList>();

    private async Task<long> ErasedAsync(string name)
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync(name, ApplicationState.Rejected);
        await factory.ServiceAsync<ErasePerson, IReadOnlyList<ErasedPerson>>(erase => erase.EraseAsync(application.PersonId, ErasureCause.Decision, Actor.System, CancellationToken.None));
        return application.PersonId;
    }

    private Task FinishAsync() => factory.ServiceAsync<FinishErasures, bool>(async finish =>
    {
        await finish.RunAsync(CancellationToken.None);
        return true;
    });
}
