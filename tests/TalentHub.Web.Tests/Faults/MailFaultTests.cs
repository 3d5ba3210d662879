using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TalentHub.Data.Saving;
using TalentHub.Services.Notifications;
using TalentHub.Services.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Faults;

/// <summary>The mail server is slow, refuses, loses answers: no mail is lost, none goes twice but after a lost answer and then under the same Message-ID, and the job ends.</summary>
public sealed class MailFaultTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task After_a_lost_answer_the_mail_goes_again_under_the_same_message_id()
    {
        var mail = Assert.Single(await QueueAsync(1));
        using var bad = new BadMailServer(MailFault.LosesTheAnswer);

        await RunAsync(bad.Port);
        factory.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(bad.Port);

        Assert.Equal([mail.MessageId, mail.MessageId], bad.Received);
        using var good = new MailSink();
        factory.Clock.Advance(TimeSpan.FromMinutes(10));
        await RunAsync(good.Port);
        Assert.Contains(mail.MessageId, Assert.Single(good.Messages), StringComparison.Ordinal);
        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
    }

    [Fact]
    public async Task A_server_that_hangs_up_after_it_took_the_mail_gets_it_once()
    {
        var mail = Assert.Single(await QueueAsync(1));
        using var bad = new BadMailServer(MailFault.HangsUpAfterwards);

        await RunAsync(bad.Port);
        factory.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync(bad.Port);

        Assert.Equal([mail.MessageId], bad.Received);
        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
    }

    [Fact]
    public async Task A_refused_address_holds_up_no_other_mail_and_is_given_up_after_eight_tries()
    {
        var mails = await QueueAsync(3);
        using var bad = new BadMailServer(MailFault.Refuses);

        await RunAsync(bad.Port);
        Assert.All(await ReadAsync(mails), mail => Assert.Equal((MailState.Waiting, 1), (mail.State, mail.Tries)));
        for (var tries = 1; tries < SendOutbox.MostTries; tries++)
        {
            factory.Clock.Advance(TimeSpan.FromHours(3));
            await RunAsync(bad.Port);
        }

        Assert.All(await ReadAsync(mails), mail => Assert.Equal((MailState.Failed, SendOutbox.MostTries), (mail.State, mail.Tries)));
        Assert.Empty(bad.Received);
    }

    [Fact]
    public async Task A_silent_server_costs_the_run_one_mail_and_the_others_wait_untried()
    {
        var mails = await QueueAsync(5);
        using var bad = new BadMailServer(MailFault.Silent);
        var watch = Stopwatch.StartNew();

        await RunAsync(bad.Port);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience * 4);
        Assert.Equal(1, bad.Connections);
        Assert.Equal([0, 0, 0, 0, 1], (await ReadAsync(mails)).Select(m => m.Tries).Order());
        Assert.All(await ReadAsync(mails), mail => Assert.Equal(MailState.Waiting, mail.State));
    }

    private Task<List<OutboxMail>> QueueAsync(int count) => factory.DbAsync(async db =>
    {
        await db.Outbox.ExecuteDeleteAsync();
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        var mails = Enumerable.Range(0, count).Select(i => new OutboxMail
        {
            Template = "application-received", To = $"reader{i}@example.org", Subject = "Hello", Body = "Words", MessageId = $"{Guid.NewGuid():N}@talenthub", CreatedAt = A.Noon, NotBefore = now,
        }).ToList();
        db.Outbox.AddRange(mails);
        await db.SaveChangesAsync();
        return mails;
    });

    private Task RunAsync(int port) => factory.DbAsync(async db =>
    {
        var transport = new SmtpTransport(new MailSettings("127.0.0.1", port, "talent@example.com", Patience));
        await new SendOutbox(db, new MailOnTimeline(db), transport, factory.Services.GetRequiredService<IDataProtectionProvider>(), factory.Clock, NullLogger<SendOutbox>.Instance).RunAsync(CancellationToken.None);
    });

    private Task<OutboxMail> ReadAsync(long id) => factory.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id));

    private Task<List<OutboxMail>> ReadAsync(List<OutboxMail> mails) => factory.DbAsync(db => db.Outbox.AsNoTracking().Where(m => mails.Select(x => x.Id).Contains(m.Id)).ToListAsync());
}
