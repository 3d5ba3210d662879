using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.People;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Services.Notifications;
using TalentHub.Services.Offers;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Offers;

/// <summary>A job with one open seat and a candidate for whom the decision is to hire, and the people around them.</summary>
public sealed class OfferScene
{
    private readonly TalentHubFactory factory;

    private OfferScene(TalentHubFactory factory) => this.factory = factory;

    public TestPerson Recruiter { get; private set; } = null!;

    public TestPerson Manager { get; private set; } = null!;

    public TestPerson Finance { get; private set; } = null!;

    public long RequisitionId { get; private set; }

    public long OpeningId { get; private set; }

    public long ApplicationId { get; private set; }

    public long CandidateId { get; private set; }

    public long OfferId { get; private set; }

    public string OfferPath => $"/offers/OFR-{OfferId}";

    public static async Task<OfferScene> CreateAsync(TalentHubFactory factory, string candidate = "Ada Lovelace", string language = "en", bool confidential = false)
    {
        _ = factory.Services;
        var scene = new OfferScene(factory)
        {
            Recruiter = await factory.PersonAsync(Role.Recruiter),
            Manager = await factory.PersonAsync(Role.Employee, "Grace Hopper"),
            Finance = await factory.PersonAsync(Role.Finance),
        };
        await factory.DbAsync(async db =>
        {
            var person = new Person(PersonName.Parse(candidate), $"{Guid.NewGuid():N}@example.com", null, language, A.Noon);
            db.People.Add(person);
            var requisition = A.Requisition()
                .With(t => t with { DepartmentId = factory.Company.DepartmentId, LocationId = factory.Company.LocationId, HiringManagerId = scene.Manager.Id, IsConfidential = confidential, Seats = 1 })
                .Open();
            requisition.RunBy(scene.Recruiter.Id);
            db.Requisitions.Add(requisition);
            await db.SaveChangesAsync();
            var seat = await db.Openings.SingleAsync(o => o.RequisitionId == requisition.Id);

            // Sent, approved and opened in one save: the seats follow each step only once it is saved.
            if (seat.State == OpeningState.Planned)
            {
                seat.Approve(Actor.System, A.Noon);
                seat.Open(Actor.System, A.Noon);
            }

            var application = new JobApplication(Actor.System, A.Noon, person.Id, requisition.Id, Source.CareersSite).Until(ApplicationState.OfferStage);
            db.Applications.Add(application);
            if (!await db.ApprovalPolicies.AnyAsync(p => p.Kind == ApprovalKind.Offer))
            {
                db.ApprovalPolicies.Add(new ApprovalPolicy(
                    ApprovalKind.Offer, new Bilingual("Offers", "录用"), null, null, null, [new PolicyStep(1, new Bilingual("Finance", "财务"), ApproverIs.Role, Role.Finance, null)]));
            }

            await db.SaveChangesAsync();
            (scene.CandidateId, scene.RequisitionId, scene.OpeningId, scene.ApplicationId) = (person.Id, requisition.Id, seat.Id, application.Id);
        });
        return scene;
    }

    /// <summary>Drafted by the recruiter, for a start on the day after tomorrow.</summary>
    public async Task<OfferScene> DraftedAsync(OfferTerms? terms = null)
    {
        var offer = await factory.ServiceAsync<OfferDesk, Offer>(desk => desk.DraftAsync(Recruiter.Actor, ApplicationId, OpeningId, terms ?? Terms(), default));
        OfferId = offer.Id;
        return this;
    }

    public static OfferTerms Terms(string language = "en") =>
        A.OfferTerms(language: language) with { StartsOn = new DateOnly(2026, 3, 5), ExpiresOn = new DateOnly(2026, 3, 5) };

    public async Task<OfferScene> ApprovedAsync(OfferTerms? terms = null)
    {
        await DraftedAsync(terms);
        await DeskAsync(Recruiter, (desk, offer) => desk.SubmitAsync(offer, Recruiter.Actor, null, default));
        await MoveAsync(Finance, (offer, facts) => offer.Approve(Finance.Actor, A.Noon, facts, null));
        return this;
    }

    /// <summary>Out with the candidate; gives the path of their page.</summary>
    public async Task<string> ExtendedAsync(OfferTerms? terms = null)
    {
        await ApprovedAsync(terms);
        await MoveAsync(Recruiter, (offer, facts) => offer.Extend(Recruiter.Actor, A.Noon, facts));
        return await LinkAsync("offer-extended");
    }

    /// <summary>Accepted by the candidate, onboarding begun; gives the plan's number.</summary>
    public async Task<long> AcceptedAsync()
    {
        await ExtendedAsync();
        await MoveAsync(Recruiter, (offer, facts) => offer.Accept(Actor.Candidate(CandidateId), A.Noon, facts, "Ada"));
        return await factory.DbAsync(db => db.OnboardingPlans.Where(p => p.OfferId == OfferId).Select(p => p.Id).SingleAsync());
    }

    public Task MoveAsync(TestPerson who, Action<Offer, OfferFacts> move) => factory.DbAsync(async db =>
    {
        var offer = await db.Offers.Include(o => o.Versions).Include(o => o.Questions).Include(o => o.Approval).AsSplitQuery().SingleAsync(o => o.Id == OfferId);
        move(offer, await new OfferFactsLoader(db, factory.Clock).LoadAsync(offer, default));
        await db.SaveChangesAsync();
    });

    /// <summary>The local path of the link in the last mail of a template to the candidate.</summary>
    public Task<string> LinkAsync(string template) => factory.LinkOfLastMailAsync(template, CandidateId);

    public Task<OfferState> StateAsync() => factory.DbAsync(db => db.Offers.Where(o => o.Id == OfferId).Select(o => o.State).SingleAsync());

    private Task<bool> DeskAsync(TestPerson who, Func<OfferDesk, Offer, Task> work) => factory.ServiceAsync<OfferDesk, bool>(async desk =>
    {
        await work(desk, await desk.FindAsync(OfferId, default) ?? throw new InvalidOperationException("No offer."));
        return true;
    });
}

internal static class MailLinks
{
    /// <summary>Reads the secret body as the sender would.</summary>
    public static Task<string> LinkOfLastMailAsync(this TalentHubFactory factory, string template, long personId) => factory.DbAsync(async db =>
    {
        var mail = await db.Outbox.AsNoTracking().Where(m => m.Template == template && m.PersonId == personId).OrderByDescending(m => m.Id).FirstAsync();
        var protection = (Microsoft.AspNetCore.DataProtection.IDataProtectionProvider)factory.Services.GetService(typeof(Microsoft.AspNetCore.DataProtection.IDataProtectionProvider))!;
        var body = Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions.Unprotect(protection.CreateProtector(Mailer.Purpose), mail.SecretBody!);
        var start = body.IndexOf("https://", StringComparison.Ordinal);
        return new Uri(body[start..].Split((char[]?)null)[0]).PathAndQuery;
    });
}
