using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Channels.Mail;

/// <summary>Whether the mail server can be reached and lets this program in; nothing is sent.</summary>
public sealed class MailCheckup(IOptions<MailOptions> options, IServiceProvider services) : ICheckup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => "mail";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<MailOutbound>() is not { } outbound)
            return [new(Name, FindingState.Off, "mail-off")];
        using var client = new SmtpClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await outbound.ConnectAsync(client, patience.Token);
            await client.DisconnectAsync(quit: true, CancellationToken.None);
            return [new(Name, FindingState.Ok, "mail-reached", options.Value.Host)];
        }
        catch (MailKit.Security.AuthenticationException)
        {
            return [new(Name, FindingState.Failed, "mail-refused", options.Value.Host)];
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return [new(Name, FindingState.Failed, "mail-unreached", $"{options.Value.Host}:{options.Value.Port}", failure.GetType().Name)];
        }
    }
}
