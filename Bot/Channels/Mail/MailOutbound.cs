using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Channels.Mail;

/// <summary>Sends messages as plain text by SMTP, with a personal link into the browser where they can be answered.</summary>
/// <remarks>The message's id is its Message-ID, so that a mailbox that gets it twice can tell.</remarks>
public sealed class MailOutbound(IOptions<MailOptions> options, InviteToBrowser inviteToBrowser, PublicAddress address) : IOutbound
{
    private const int LongestSubject = 60;

    public string Channel => MailOptions.Channel;

    public async Task<Delivery> SendAsync(ChannelIdentity to, ReminderContent content, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(to.UserId, out var mailbox) || !mailbox.Address.Contains('@', StringComparison.Ordinal))
            return new Delivery.Unreachable("no mail address");
        var message = await MessageAsync(mailbox, to, content, cancellationToken);
        using var client = new SmtpClient();
        try
        {
            await ConnectAsync(client, cancellationToken);
            await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(quit: true, CancellationToken.None);
            return new Delivery.Sent();
        }
        catch (SmtpCommandException refusal)
        {
            return Judge(refusal);
        }
        catch (AuthenticationException)
        {
            return new Delivery.TryLater("the mail server refused the password", null) { IsOfChannel = true };
        }
        catch (Exception failure) when (failure is SmtpProtocolException or ServiceNotConnectedException or SslHandshakeException or IOException or SocketException)
        {
            return new Delivery.TryLater(failure.GetType().Name, null) { IsOfChannel = true };
        }
    }

    /// <summary>Opens a connection and signs in; what the doctor tries.</summary>
    internal async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(options.Value.Host, options.Value.Port, SecurityOf(options.Value.Security), cancellationToken);
        if (options.Value.User.Length > 0)
            await client.AuthenticateAsync(options.Value.User, options.Value.Password, cancellationToken);
    }

    /// <summary>4xx: later; 5xx about the recipient: not until the address is another. What the server says of the sender, or of itself, is the channel's trouble.</summary>
    private static Delivery Judge(SmtpCommandException refusal) => ((int)refusal.StatusCode, refusal.ErrorCode) switch
    {
        ( >= 500, SmtpErrorCode.RecipientNotAccepted) => new Delivery.Unreachable($"mailbox refused ({(int)refusal.StatusCode})"),
        (421, _) => new Delivery.TryLater("421", null) { IsOfChannel = true },
        (var code and < 500, _) => new Delivery.TryLater(code.ToString(System.Globalization.CultureInfo.InvariantCulture), null),
        (var code, _) => new Delivery.TryLater(code.ToString(System.Globalization.CultureInfo.InvariantCulture), null) { IsOfChannel = refusal.ErrorCode == SmtpErrorCode.SenderNotAccepted },
    };

    private async Task<MimeMessage> MessageAsync(MailboxAddress mailbox, ChannelIdentity to, ReminderContent content, CancellationToken cancellationToken)
    {
        var language = Languages.Parse(content.Language);
        var reply = ReminderTexts.Write(content);
        var link = address.SignInLink(await inviteToBrowser.RunAsync(to.PersonId, InvitePerson.Lifetime, cancellationToken));
        var message = new MimeMessage { Subject = MailTexts.Subject(content, reply.Text, LongestSubject, language), MessageId = $"{content.MessageId:N}@planbot", Date = content.At };
        message.From.Add(new MailboxAddress(options.Value.Name, options.Value.From));
        message.To.Add(new MailboxAddress(content.To.Name, mailbox.Address));
        message.Body = new TextPart("plain") { Text = MailTexts.Body(reply.Text, link, InvitePerson.Lifetime.Days, language) };
        return message;
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.OnConnect => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.Auto,
    };
}
