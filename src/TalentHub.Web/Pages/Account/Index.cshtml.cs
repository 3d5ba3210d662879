using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Services.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Account;

/// <summary>One's own account: how the product speaks and looks, and the way to password, second factor and sessions.</summary>
public sealed class IndexModel(TalentHubDb db, Reader reader, ActorLoader actors) : FormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Email { get; private set; } = string.Empty;

    public PersonName Name { get; private set; } = null!;

    public bool HasFactor { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new InputModel { Language = reader.Person!.Language, Zone = reader.Zone, Theme = reader.Theme, Keys = !reader.Person.KeysOff, LatinName = Name.Latin };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var account = await (
            from a in db.Users.AsNoTracking()
            join person in db.People on a.PersonId equals person.Id
            where a.Id == reader.AccountId
            select new { a.Email, Has = db.SecondFactors.Any(f => f.AccountId == a.Id), person.Name }).FirstOrNotFoundAsync(ct);
        Name = account.Name;
        Email = account.Email ?? string.Empty;
        HasFactor = account.Has;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        using var reading = db.ReadingAsSystem();
        var account = await db.Users.SingleOrNotFoundAsync(a => a.Id == reader.AccountId, ct);
        var me = await db.People.SingleOrNotFoundAsync(p => p.Id == account.PersonId, ct);
        me.Speaks(Input.Language!, Input.Zone);
        if (me.Name.IsChinese)
        {
            me.Spell(Input.LatinName);
        }

        account.Theme = Input.Theme!;
        account.KeysOff = !Input.Keys;
        await db.SaveChangesAsync(ct);
        actors.Forget(account.Id);
        return Done("Saved.", "/account");
    }

    public sealed class InputModel
    {
        public string? Language { get; set; }

        public string? LatinName { get; set; }

        public string? Zone { get; set; }

        public string? Theme { get; set; }

        public bool Keys { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Language).Must(l => l is "en" or "zh-CN").WithMessage(_ => t["Choose a language."]);
            RuleFor(i => i.LatinName).SpellsName(t);
            RuleFor(i => i.Zone).Must(z => z == "UTC" || Choices.IsZone(z)).WithMessage(_ => t["Choose a time zone."]);
            RuleFor(i => i.Theme).Must(v => v is "system" or "light" or "dark").WithMessage(_ => t["Choose a look."]);
        }
    }
}
