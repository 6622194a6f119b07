using System.Net;
using System.Text;
using Newtonsoft.Json;
using PlanBot.Data.Model;
using PlanBot.Dialogs;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Bench.Sending;

/// <summary>Words a reminder as the channels do, card and all, and posts it.</summary>
/// <param name="address">Null to word it and let it go.</param>
/// <param name="pace">Waits until a message may go out; null where there is no limit.</param>
internal sealed class LoopbackChannel(HttpClient http, Uri? address, Func<CancellationToken, Task>? pace = null) : IOutbound
{
    public const string Name = "loopback";

    public string Channel => Name;

    public async Task<Delivery> SendAsync(ChannelIdentity to, ReminderContent content, CancellationToken cancellationToken)
    {
        var body = JsonConvert.SerializeObject(ReplyActivity.Of(ReminderTexts.Write(content)));
        Latest = body;
        if (pace is not null)
            await pace(cancellationToken);
        if (address is not null && await PostAsync(http, address, body, cancellationToken) is var status and not HttpStatusCode.OK)
            return new Delivery.TryLater(status.ToString(), null) { IsOfChannel = true };
        return new Delivery.Sent();
    }

    /// <summary>The last message, for whoever wants to send the same bytes.</summary>
    public string Latest { get; private set; } = "";

    public static async Task<HttpStatusCode> PostAsync(HttpClient http, Uri address, string body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(address, content, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.StatusCode;
    }
}
