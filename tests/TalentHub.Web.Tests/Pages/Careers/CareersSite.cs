using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Recruiting;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Careers;

/// <summary>Puts jobs on the public site for a test.</summary>
internal static class CareersSite
{
    public static Task<Requisition> OpenRequisitionAsync(this TalentHubFactory factory, string title = "Machine-learning engineer", bool isConfidential = false) => factory.DbAsync(async db =>
    {
        var requisition = A.Requisition().With(t => t with
        {
            DepartmentId = factory.Company.DepartmentId, LocationId = factory.Company.LocationId, Title = new Bilingual(title, "机器学习工程师"), IsConfidential = isConfidential,
        }).Open();
        requisition.TakeEvents();
        requisition.TakeTransitions();
        db.Requisitions.Add(requisition);
        await db.SaveChangesAsync();
        return requisition;
    });

    /// <summary>A posting that can be read and answered, and the notice that candidates agree to.</summary>
    public static async Task<Posting> LivePostingAsync(
        this TalentHubFactory factory, string title = "Machine-learning engineer", DateOnly? closesOn = null, params PostingQuestion[] questions)
    {
        var requisition = await factory.OpenRequisitionAsync(title);
        return await factory.DbAsync(async db =>
        {
            await factory.NoticeAsync(db);
            var writer = A.Person(Role.Recruiter);
            var posting = A.Posting(writer, requisition.Id, closesOn: closesOn, questions: questions);
            posting.Write(writer, new Bilingual(title, "机器学习工程师"), A.PostingText());
            posting.Live();
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            await factory.ServiceAsync((CareersList list) =>
            {
                list.Forget();
                return Task.FromResult(true);
            });
            return posting;
        });
    }

    public static async Task NoticeAsync(this TalentHubFactory _, TalentHubDb db)
    {
        if (!db.Notices.Any())
        {
            db.Notices.Add(Notices.Shipped(new Bilingual("Test Models", "测试模型"), "privacy@example.com", null, A.Noon));
            await db.SaveChangesAsync();
        }
    }
}
