using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>The questions on the application form, all at once; one empty place at the end takes a new one.</summary>
public sealed class QuestionsModel(TalentHubDb db, PostingFactsLoader facts, TimeProvider clock) : PostingPage(db, facts, clock)
{
    [BindProperty]
    public List<QuestionInput> Questions { get; set; } = [];

    public Posting Posting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Questions = [.. Posting.Questions.Select(QuestionInput.Of)];
        return PostingFlow.Writable.Contains(Posting.State) ? Page() : LocalRedirect(Links.Posting(Posting.Id));
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? next, CancellationToken ct)
    {
        var made = new List<PostingQuestion>();
        for (var i = 0; i < Questions.Count && i <= Posting.MostQuestions; i++)
        {
            if (Questions[i] is { IsBlank: false, Remove: not "yes" } typed)
            {
                Add(made, typed, i);
            }
        }

        if (!ModelState.IsValid)
        {
            return await InvalidAsync(ct);
        }

        var (posting, _) = await FindAsync(ct);
        posting.Ask(Me, made);
        await SaveAsync(ct);
        return Done("Saved.", Links.Posting(posting.Id) + (next == "more" ? "/questions" : string.Empty));
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        (Posting, _) = await FindAsync(ct);
        Shows(Posting.Version);
    }

    private void Add(List<PostingQuestion> made, QuestionInput typed, int place)
    {
        try
        {
            made.Add(typed.ToQuestion($"q{Guid.NewGuid():N}"[..9]));
        }
        catch (DomainException refusal)
        {
            // Several may be wrong at once: each is shown at its own question.
            ModelState.AddModelError($"Questions[{place}]", string.Join(' ', refusal.Sentences.Select(T.Of)));
        }
    }
}
