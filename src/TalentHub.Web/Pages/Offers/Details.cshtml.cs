using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Documents;
using TalentHub.Services.Offers;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Offers;

/// <summary>An offer: its terms and versions with what differs, who approves, what the candidate asks, and its moves (<c>Details.Moves.cs</c>).</summary>
public sealed partial class DetailsModel(TalentHubDb db, OfferDesk desk, OfferFactsLoader facts, OfferLetters letters, Ways ways, TimeProvider clock) : FormPage, IShowsRecords
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public long? QuestionId { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public Offer Offer { get; private set; } = null!;

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadPay, RecordKind.Offer, Id, Offer.PersonId)];

    public OfferFacts Facts { get; private set; } = null!;

    public OfferAbout About { get; private set; } = null!;

    /// <summary>Names of all who stand on the page.</summary>
    public IReadOnlyDictionary<long, PersonName> Names { get; private set; } = new Dictionary<long, PersonName>();

    public IReadOnlyList<Transition> History { get; private set; } = [];

    public long? OnboardingId => Offer.State == OfferState.Accepted ? About.OnboardingId : null;

    public MovesView Moves { get; private set; } = null!;

    public bool HasLetter => OfferLetter.CanWrite;

    public bool MayEdit => OfferFlow.Editable.Contains(Offer.State) && Me.May(Capability.WriteOffers);

    public bool MayReply => Offer.State == OfferState.InNegotiation && Me.May(Capability.ExtendOffers);

    /// <summary>This person's own signature for taking the offer back stands.</summary>
    public bool HasSigned => Facts.RescissionSignedBy == Me.PersonId;

    /// <summary>Every version with what it changed, newest first.</summary>
    public IEnumerable<(OfferVersion Version, IReadOnlyList<OfferDifference> Changes)> Versions => Offer.Versions
        .OrderByDescending(v => v.Number)
        .Select(v => (v, Offer.Versions.FirstOrDefault(b => b.Number == v.Number - 1) is { } before ? OfferDifference.Between(before, v) : []));

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetLetterAsync(int? number, CancellationToken ct)
    {
        Offer = await desk.FindAsync(Id, ct) ?? throw new NotFoundException();
        var version = Offer.Versions.FirstOrDefault(v => v.Number == (number ?? Offer.Current.Number)) ?? throw new NotFoundException();
        return File(await letters.WriteAsync(Offer, version, ct), "application/pdf", $"{Offer.Number}.pdf");
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Offer = await desk.FindAsync(Id, ct) ?? throw new NotFoundException();
        Facts = await facts.LoadAsync(Offer, ct);
        About = (await db.AboutOffersAsync([Id], ct))[Id];
        await ways.LookAsync(ct, [Links.Application(Offer.ApplicationId), .. OnboardingId is { } plan ? [Links.Onboarding(plan)] : Array.Empty<string>()]);
        var machine = OfferFlow.Table.Name;
        History = await db.Transitions.AsNoTracking().Where(t => t.Machine == machine && t.SubjectId == Id).OrderByDescending(t => t.Id).Take(100).ToListAsync(ct);
        long?[] people =
        [
            Offer.AuthorId, Facts.RescissionSignedBy, Offer.AnswerRecordedBy, .. History.Select(h => h.ActorId), .. Offer.Versions.Select(v => (long?)v.WrittenBy),
            .. Offer.Questions.Select(q => q.AnsweredBy), .. (Offer.Approval?.Steps ?? []).SelectMany(s => s.Votes).Select(v => (long?)v.ApproverId),
        ];
        var ids = people.OfType<long>().Distinct().ToList();
        using (db.ReadingAsSystem())
        {
            Names = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        }

        Shows(Offer.Version);
        Moves = new MovesView(machine, Version, [.. List()]);
    }

    public string NameOf(long? id) => id is { } key && Names.TryGetValue(key, out var name) ? T.Name(name) : T["TalentHub"];

    private IEnumerable<MoveView> List()
    {
        yield return Of(OfferTrigger.Submit, "Submit");
        yield return Of(OfferTrigger.Approve, "Approve");
        yield return Of(OfferTrigger.SendBack, "SendBack", asksReason: true);
        yield return Of(OfferTrigger.Extend, "Extend") with { Confirm = T["Send the offer to {name}? The link goes out by mail at once.", ("name", T.Name(About.Person))] };
        if (Me.May(Capability.ExtendOffers) && Offer.State == OfferState.Extended)
        {
            yield return Of(OfferTrigger.Negotiate, "Negotiate") with { IsQuiet = true };
        }

        yield return Of(OfferTrigger.Revise, "Revise");
        yield return Of(OfferTrigger.Accept, "Accept", asksReason: true) with { Label = T["Record that they accepted"] };
        yield return Of(OfferTrigger.Decline, "Decline", asksReason: true) with { Label = T["Record that they declined"] };
        yield return Of(OfferTrigger.Cancel, "Cancel", asksReason: true);
        yield return Rescind();
        yield return Of(OfferTrigger.Renege, "Renege", asksReason: true);
    }

    private MoveView Of(OfferTrigger trigger, string handler, bool asksReason = false) =>
        new(trigger, Seen(Quiet(Offer.Can(trigger, Facts, Me), asksReason)), Handler: handler, AsksReason: asksReason);

    /// <summary>The first name is asked for as long as nobody has signed: the button signs, it does not yet take back.</summary>
    private MoveView Rescind()
    {
        var first = Facts.RescissionSignedBy is null;
        var verdict = Offer.Can(OfferTrigger.Rescind, first ? Facts with { RescissionSignedBy = -1 } : Facts, Me);
        return new MoveView(OfferTrigger.Rescind, Seen(Quiet(verdict, asksReason: true)), Handler: "Rescind", AsksReason: true)
        {
            Label = first ? T["Sign to take it back"] : T["Sign as the second and take it back"],
        };
    }

    /// <summary>A move that asks why is never the page's one filled button.</summary>
    private static Verdict Quiet(Verdict verdict, bool asksReason) => asksReason && verdict.Answer == Domain.Workflows.Answer.Allowed ? verdict with { Answer = Domain.Workflows.Answer.AskReason } : verdict;

    /// <summary>Whoever sees an offer sees its pay, but what is meant for HR alone stays hidden from others.</summary>
    private Verdict Seen(Verdict verdict) => verdict.Findings.Any(f => f.Audience == Audience.HR) && !Me.May(Capability.SeeAllOffers)
        ? verdict with { Findings = [.. verdict.Findings.Select(f => f.Audience == Audience.HR ? f with { Says = Finding.Elsewhere } : f)] }
        : verdict;
}
