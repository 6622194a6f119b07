using PlanBot.Data.Model;

namespace PlanBot.UseCases.Webhooks;

/// <summary>Events by the names that other systems know.</summary>
public static class WebhookNames
{
    private static readonly Dictionary<string, WebhookEvents> Names = new(StringComparer.Ordinal)
    {
        ["report.submitted"] = WebhookEvents.ReportSubmitted, ["report.accepted"] = WebhookEvents.ReportAccepted, ["report.returned"] = WebhookEvents.ReportReturned,
        ["obligation.overdue"] = WebhookEvents.ObligationOverdue, ["period.opened"] = WebhookEvents.PeriodOpened, ["period.closed"] = WebhookEvents.PeriodClosed,
        ["plan.imported"] = WebhookEvents.PlanImported,
    };

    public static IReadOnlyCollection<string> All => Names.Keys;

    public static WebhookEvents? Find(string name) => Names.TryGetValue(name, out var found) ? found : null;

    /// <summary>Of one event.</summary>
    public static string Of(WebhookEvents one) => Names.First(name => name.Value == one).Key;

    /// <summary>Of all that a webhook is told.</summary>
    public static IEnumerable<string> In(WebhookEvents events) => Names.Where(name => events.HasFlag(name.Value)).Select(name => name.Key);
}
