using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PlanBot.Dialogs.Reporting;
using PlanBot.Texts;

namespace PlanBot.Channels.Teams;

/// <summary>An Adaptive Card of ours in the form that Teams shows best: its buttons ask for an answer at once (Action.Execute), and a form can be opened in a window.</summary>
/// <remarks>A client that does not know Action.Execute shows its fallback, the button as every other channel has it. Both carry the same data.</remarks>
internal static class TeamsCard
{
    private const string Submit = "Action.Submit";

    public static bool IsFor(Activity heard) => heard.ChannelId == TeamsOptions.Channel;

    /// <param name="card">Is changed.</param>
    /// <param name="heard">Says where the card goes: a window opens in a private chat only.</param>
    public static void Fit(JObject card, Activity heard, Language language)
    {
        if (!IsFor(heard) || card["actions"] is not JArray actions)
            return;
        var form = actions.OfType<JObject>().Select(action => action["data"] as JObject).FirstOrDefault(data => (string?)data?["action"] == "report");
        for (var at = 0; at < actions.Count; at++)
        {
            if (actions[at] is JObject action && (string?)action["type"] == Submit && action["data"] is JObject data)
                actions[at] = Execute(action, data);
        }
        if (form is not null && heard.Conversation?.IsGroup != true)
            actions.Add(Window(form, language));
    }

    private static JObject Execute(JObject submit, JObject data)
    {
        var execute = (JObject)submit.DeepClone();
        (execute["type"], execute["verb"], execute["fallback"]) = ("Action.Execute", data["action"], submit.DeepClone());
        return execute;
    }

    private static JObject Window(JObject form, Language language) => new()
    {
        ["type"] = Submit,
        ["title"] = FormWindowTexts.OpenIt(language),
        ["associatedInputs"] = "none", // the window is filled in from the draft
        ["data"] = new JObject { ["msteams"] = new JObject { ["type"] = "task/fetch" }, ["action"] = FormWindow.Open, ["obligationId"] = form["obligationId"] },
    };
}
