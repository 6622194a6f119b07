using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>What <c>webhook</c> prints.</summary>
public static class WebhookTexts
{
    public const string None = "没有登记接收地址。 No webhooks.";

    public const string Removed = "已移除，不再通知。 Removed; it is told no more.";

    public static string Added(Guid id, string url) =>
        $"已登记 {url}（编号 {id}）。以下是签名密钥，请存到接收方，用来核对 webhook-signature。 Registered; the secret by which the receiver checks webhook-signature:";

    public static string Refused(string url, string reason) => reason == "not-https"
        ? $"{url} 不是 https 地址，消息会被窃听；请换成 https（开发环境可用本机 http）。 {url} is not https; use https (in development, this machine by http)."
        : $"“{url}”不是可用的地址，应为 https://host/path，不含用户名和 #。 \"{url}\" is no address to post to; write https://host/path, without a user and without #.";

    public static string NoSuchWebhook(Guid id) => $"没有编号为 {id} 的接收地址；planbot webhook list 可以列出。 There is no webhook {id}; planbot webhook list shows them.";

    /// <param name="events">By name.</param>
    /// <param name="standing">Null when nothing was to be told yet.</param>
    public static string Line(Webhook webhook, IEnumerable<string> events, WebhookStanding? standing)
    {
        var parts = new List<string>
        {
            webhook.Id.ToString(), webhook.Url, string.Join(',', events), $"已送达 delivered {standing?.Delivered ?? 0}", $"等待 waiting {standing?.Waiting ?? 0}", $"放弃 given up {standing?.GivenUp ?? 0}",
        };
        if (standing is { Trouble: { } trouble })
            parts.Add($"最近失败 last failure: {trouble}");
        return string.Join("  ", parts);
    }
}
