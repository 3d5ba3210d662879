using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Services.Access;
using TalentHub.Services.Notifications;
using TalentHub.Services.Onboarding;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Offers;

/// <summary>An offer goes out: a link of its own, and the mail that carries it, in the language of the offer.</summary>
public sealed class SendOffer(SignedLinks links, OfferMail mail) : IReaction<OfferExtended>
{
    public async Task ReactAsync(OfferExtended happened, TalentHubDb db, CancellationToken ct)
    {
        var offer = happened.Offer;
        await links.RevokeAllAsync(LinkPurpose.OfferAnswer, offer.Id, ct);
        var token = links.Create(LinkPurpose.OfferAnswer, offer.Id, offer.PersonId, offer.Current.ExpiresAt);
        await mail.ToCandidateAsync("offer-extended", offer, token, ct);
    }
}

/// <summary>Back to the desk, or over: whatever link is out opens nothing any more.</summary>
public sealed class KillOfferLinks(SignedLinks links) : IReaction<OfferRevised>, IReaction<OfferEnded>
{
    public Task ReactAsync(OfferRevised happened, TalentHubDb db, CancellationToken ct) =>
        links.RevokeAllAsync(LinkPurpose.OfferAnswer, happened.Offer.Id, ct);

    public Task ReactAsync(OfferEnded happened, TalentHubDb db, CancellationToken ct) =>
        links.RevokeAllAsync(LinkPurpose.OfferAnswer, happened.Offer.Id, ct);
}

/// <summary>The candidate hears that we heard; those who run the hiring hear it too. The link stays: the signed letter is behind it until some weeks after the start.</summary>
public sealed class TellAcceptance(SignedLinks links, OfferMail mail) : IReaction<OfferAccepted>
{
    public async Task ReactAsync(OfferAccepted happened, TalentHubDb db, CancellationToken ct)
    {
        var offer = happened.Offer;
        var until = offer.Current.StartsOn.AddDays(60).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        foreach (var link in await db.SignedLinks.Where(l => l.Purpose == LinkPurpose.OfferAnswer && l.SubjectId == offer.Id && l.RevokedAt == null).ToListAsync(ct))
        {
            link.Extend(until);
        }

        var token = links.Create(LinkPurpose.OfferAnswer, offer.Id, offer.PersonId, until);
        await mail.ToCandidateAsync(
            "offer-accepted", offer, token, ct, ("acceptedAt", MailDays.Day(Clock.DayIn(happened.At, offer.Current.Zone), offer.Current.Language)));
        await mail.ToTeamAsync("offer-accepted-team", offer, recruiterOnly: false, ct);
    }
}

/// <summary>How an offer ended is told to those who must know; a cancelled one never left the house.</summary>
public sealed class TellEnd(OfferMail mail) : IReaction<OfferEnded>
{
    public async Task ReactAsync(OfferEnded happened, TalentHubDb db, CancellationToken ct)
    {
        var offer = happened.Offer;
        switch (happened.How)
        {
            case OfferEnd.Declined:
                await mail.ToCandidateAsync("offer-declined", offer, null, ct);
                await mail.ToTeamAsync("offer-declined-team", offer, recruiterOnly: false, ct, ("reason", offer.AnswerNote));
                break;
            case OfferEnd.Rescinded:
                var contact = await db.People.AsNoTracking().Where(p => p.Id == happened.By.PersonId).Select(p => p.Name).SingleOrDefaultAsync(ct);
                await mail.ToCandidateAsync("offer-rescinded", offer, null, ct, ("contactName", contact?.In(offer.Current.Language) ?? "HR"));
                break;
            case OfferEnd.Expired or OfferEnd.Reneged or OfferEnd.Cancelled:
                break;
        }
    }
}

/// <summary>A question goes to the recruiter, the answer to the candidate.</summary>
public sealed class CarryQuestions(SignedLinks links, OfferMail mail) : IReaction<OfferQuestioned>, IReaction<OfferQuestionAnswered>
{
    public Task ReactAsync(OfferQuestioned happened, TalentHubDb db, CancellationToken ct) =>
        mail.ToTeamAsync("offer-question-received", happened.Offer, recruiterOnly: true, ct, ("question", happened.Question.Text));

    public Task ReactAsync(OfferQuestionAnswered happened, TalentHubDb db, CancellationToken ct)
    {
        var offer = happened.Offer;
        var token = links.Create(LinkPurpose.OfferAnswer, offer.Id, offer.PersonId, offer.Current.ExpiresAt);
        return mail.ToCandidateAsync(
            "offer-question-answered", offer, token, ct, ("question", happened.Question.Text), ("answer", happened.Question.Answer));
    }
}

/// <summary>An accepted offer that broke takes the onboarding with it.</summary>
public sealed class EndOnboardingWithOffer(OnboardingFactsLoader facts) : IReaction<OfferEnded>
{
    public async Task ReactAsync(OfferEnded happened, TalentHubDb db, CancellationToken ct)
    {
        var plan = await db.OnboardingPlans.SingleOrDefaultAsync(p => p.OfferId == happened.Offer.Id, ct);
        if (plan is not null && OnboardingFlow.BeforeDayOne.Contains(plan.State))
        {
            var why = happened.How == OfferEnd.Rescinded ? "The offer was taken back." : "The offer was broken after it had been accepted.";
            plan.DidNotStart(Actor.System with { OnBehalfOf = happened.By.PersonId == 0 ? null : happened.By.PersonId }, happened.At, await facts.LoadAsync(plan, Actor.System, ct), why);
        }
    }
}
