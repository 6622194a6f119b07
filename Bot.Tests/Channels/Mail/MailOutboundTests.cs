using Microsoft.Extensions.Options;
using MimeKit;
using Moq;
using PlanBot.Channels.Mail;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Mail;

/// <summary>Messages as mail, against a server on the loopback.</summary>
public sealed class MailOutboundTests
{
    private static readonly Ledgers Small = Ledgers.Small();

    [Fact]
    public async Task A_reminder_comes_as_plain_text_with_a_personal_link()
    {
        await using var server = new SmtpServer();

        Assert.IsType<Delivery.Sent>(await SendAsync(server.Port, "zhang@example.com", Reminder()));

        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(server.Received)));
        var message = await MimeMessage.LoadAsync(stream);
        Assert.Equal(("zhang@example.com", "planbot@example.com"), (message.To.Mailboxes.Single().Address, message.From.Mailboxes.Single().Address));
        Assert.Contains("2020年第一季度工作进展报送提醒", message.Subject, StringComparison.Ordinal);
        Assert.Contains("2020-04-03", message.Subject, StringComparison.Ordinal);
        Assert.Contains("https://planbot.test/signin?token=", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("请勿直接回复本邮件", message.TextBody, StringComparison.Ordinal);
        Assert.EndsWith("@planbot", message.MessageId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", "unreachable: mailbox refused (550)")]
    [InlineData("RCPT", "450 mailbox busy", "later: 450")]
    [InlineData("MAIL", "550 not from you", "later, of the channel: 550")]
    [InlineData("MAIL", "421 shutting down", "later, of the channel: 421")]
    [InlineData("DATA", "554 no", "later: 554")]
    [InlineData("RCPT", "", "later, of the channel: *")] // hung up
    public async Task Refusals_are_told_apart(string command, string answer, string expected)
    {
        await using var server = new SmtpServer { Answers = { [command] = answer } };

        var delivery = await SendAsync(server.Port, "zhang@example.com", Reminder());

        var told = delivery switch
        {
            Delivery.Unreachable unreachable => $"unreachable: {unreachable.Reason}",
            Delivery.TryLater { IsOfChannel: true } later => $"later, of the channel: {later.Reason}",
            Delivery.TryLater later => $"later: {later.Reason}",
            _ => "sent",
        };
        if (expected.EndsWith('*'))
            Assert.StartsWith(expected[..^1], told, StringComparison.Ordinal);
        else
            Assert.Equal(expected, told);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_the_channels_trouble_and_what_is_no_address_the_persons()
    {
        int port;
        await using (var server = new SmtpServer())
            port = server.Port;

        Assert.True(Assert.IsType<Delivery.TryLater>(await SendAsync(port, "zhang@example.com", Reminder())).IsOfChannel);
        Assert.IsType<Delivery.Unreachable>(await SendAsync(port, "zhang", Reminder()));
    }

    [Fact]
    public async Task An_address_is_an_identity_that_is_tried_before_the_browser()
    {
        var (mail, browser) = (new FakeChannel("mail"), new FakeChannel());
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00", browser, mail);
        await world.StoreAsync(Small with { People = [Small.People[0] with { Email = "zhang@example.com" }, .. Small.People.Skip(1)] });

        await world.AtAsync("2020-03-31 09:00");

        Assert.Equal(["zhang@example.com"], mail.Sent.Select(sent => sent.UserId));
        Assert.Equal(["unit-2", "unit-3"], browser.Sent.Select(sent => sent.UserId).Order());
    }

    private static Task<Delivery> SendAsync(int port, string address, ReminderContent content)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = port, Security = MailSecurity.None, From = "planbot@example.com" };
        var outbound = new MailOutbound(Options.Create(options), new InviteToBrowser(Mock.Of<ISignInLinkRepository>(), new StoppedClock(content.At)), new PublicAddress("https://planbot.test"));
        return outbound.SendAsync(new ChannelIdentity { Channel = "mail", UserId = address, PersonId = content.To.Id }, content, CancellationToken.None);
    }

    private static ReminderContent Reminder() => new(
        Guid.CreateVersion7(), Small.People[0], ReminderKind.Step, "due-1", "zh", Ledgers.At("2020-04-02 09:00"),
        [
            new(Small.Plan, Small.Period.Period, Small.Period.DueOn, Small.Period.DueAt, IsProvisional: false,
                [new("市教委", 1, "1", "智慧校园", "建设智慧校园。", ObligationState.Pending, Small.Period.DueOn, IsOverdue: false)], 1, 1),
        ]);
}
