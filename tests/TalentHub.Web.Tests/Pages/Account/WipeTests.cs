using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Services.Documents;
using TalentHub.Services.Operations;
using TalentHub.Services.Seeding;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

public sealed class WipeTests
{
    [Fact]
    public async Task A_real_company_is_never_wiped_by_anybody()
    {
        await using var factory = new TalentHubFactory();
        _ = factory.Services;
        var admin = factory.Browser(await factory.PersonAsync(Role.Admin));

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/wipe")).Status);
        Assert.DoesNotContain("/admin/wipe", (await admin.GetAsync("/admin")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsync("/admin/wipe", new Dictionary<string, string> { ["Input.Name"] = "Test Models" })).Status);
        var refusal = await Assert.ThrowsAsync<DomainException>(() => factory.ServiceAsync<WipeSample, bool>(async w =>
        {
            await w.WipeAsync("Test Models", CancellationToken.None);
            return true;
        }));
        Assert.Equal("Only the sample company can be wiped; this one is real.", refusal.Sentences[0].ToString());
        Assert.True(await factory.DbAsync(db => db.Companies.AnyAsync()));
    }

    [Fact]
    public async Task The_sample_company_is_wiped_by_its_administrator_who_types_its_name_and_set_up_is_offered_again()
    {
        await using var factory = new SampleHouse();
        await factory.ServiceAsync<ISampleCompany, bool>(async sample =>
        {
            await sample.LoadAsync(SampleSize.Small, null, CancellationToken.None);
            return true;
        });
        factory.Services.GetRequiredService<CompanyCache>().Forget();
        var store = factory.Services.GetRequiredService<FileStore>();
        Assert.NotEmpty(store.NamesBefore(DateTime.MaxValue));
        var admin = await BrowserAsync(factory, "Admin");
        var hr = await BrowserAsync(factory, "HR");
        Assert.Equal(HttpStatusCode.Forbidden, (await hr.GetAsync("/admin/wipe")).Status);
        Assert.Contains("/admin/wipe", (await admin.GetAsync("/admin")).Html, StringComparison.Ordinal);

        var form = await admin.GetAsync("/admin/wipe");
        var name = await factory.DbAsync(db => db.Companies.Select(c => c.Name).SingleAsync());
        var wrong = await admin.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Name"] = "Another company" });
        Assert.Equal("This is not the company's name. Nothing was wiped.", wrong.ErrorAt("Input.Name"));
        Assert.True(await factory.DbAsync(db => db.Applications.AnyAsync()));
        var done = await admin.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Name"] = name.En });

        Assert.Equal(HttpStatusCode.OK, done.Status);
        var code = done.Document.QuerySelector("#code")!.TextContent;
        Assert.Empty(store.NamesBefore(DateTime.MaxValue));
        var left = await factory.DbAsync(async db =>
        {
            var found = new List<string>();
            foreach (var table in db.Model.GetRelationalModel().Tables.Select(t => t.Name).Except(["AuditEntries", "DataProtectionKeys", "JobLeases", "ServingInstances", "SetupCodes"]))
            {
                var sql = new StringBuilder("SELECT COUNT(*) AS Value FROM \"").Append(table).Append('"').ToString();
                if (await db.Database.SqlQueryRaw<int>(sql).SingleAsync() > 0)
                {
                    found.Add(table);
                }
            }

            return found;
        });
        Assert.Empty(left);
        Assert.Equal([(1L, AuditAction.SampleWiped)], await factory.DbAsync(async db => (await db.AuditEntries.ToListAsync()).ConvertAll(e => (e.Id, e.Action))));

        // Whoever was signed in is nobody now; every way leads to the set-up, which takes the code that was shown.
        Assert.Equal("/setup", (await admin.GetAsync("/today")).Location);
        Assert.Equal("/setup", (await hr.GetAsync("/today")).Location);
        var setUp = factory.Browser();
        var company = await setUp.SubmitAsync(await setUp.GetAsync("/setup/company"), new Dictionary<string, string?>
        {
            ["Input.Code"] = code, ["Input.NameEn"] = "Moonlight AI", ["Input.NameZh"] = "月光智能", ["Input.Zone"] = "Asia/Shanghai", ["Input.Currency"] = "CNY", ["Input.Country"] = "CN",
            ["Input.Place"] = "Shanghai", ["Input.Name"] = "Ada Lovelace", ["Input.Email"] = "ada@example.com", ["Input.Password"] = "a rather long pass phrase",
        });
        Assert.Equal(HttpStatusCode.Redirect, company.Status);
        Assert.False(await factory.DbAsync(db => db.Companies.Select(c => c.IsDemo).SingleAsync()));
    }

    private static async Task<TestBrowser> BrowserAsync(TalentHubFactory factory, string label)
    {
        var (person, account, email) = await factory.DbAsync(async db =>
        {
            var id = await db.DemoPeople.Where(d => d.Label == label).Select(d => d.PersonId).SingleAsync();
            (await db.People.SingleAsync(p => p.Id == id)).Speaks("en", "Asia/Shanghai");
            await db.SaveChangesAsync();
            var user = await db.Users.SingleAsync(u => u.PersonId == id);
            return (id, user.Id, user.Email!);
        });
        return factory.Browser(new TestPerson(person, account, email, Actor.System, "en"));
    }

    private sealed class SampleHouse : TalentHubFactory
    {
        protected override bool HasCompany => false;
    }
}
