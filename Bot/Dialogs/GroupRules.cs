using Microsoft.Bot.Schema;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;

namespace PlanBot.Dialogs;

/// <summary>What may be said in a group: only what everybody who reads along may see. Reports and decisions belong into a private chat.</summary>
public static class GroupRules
{
    public static bool IsGroup(IActivity activity) => activity.Conversation?.IsGroup == true;

    /// <summary>In a group the bot speaks only when it is spoken to, or a button of its own is pressed.</summary>
    public static bool IsAddressed(IMessageActivity activity) => !IsGroup(activity) || CardPress.Read(activity.Value) is not null || CardReport.Read(activity.Value) is not null || (activity.Recipient is { Id: { } own } && activity.GetMentions().Any(mention => mention.Mentioned?.Id == own));

    /// <param name="asker">With all who read along.</param>
    public static bool MayAnswer(Asker asker, Understood said) => said.Intent switch
    {
        Intent.Greeting or Intent.Thanks or Intent.OffTopic or Intent.SmallTalk => true,
        Intent.DueDate => asker.Readers.All(Permissions.IsBound),
        Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate or Intent.Brief or Intent.Trend or Intent.Problems or Intent.Mentions or Intent.HowCounted or Intent.HowExported or Intent.HowReminded => asker.Sees(Ability.SeeOverview),
        Intent.UnitStatus or Intent.ReadReport => said.Unit?.One is { } unit && asker.Sees(Ability.SeeUnit, unit.Id),
        _ => false,
    };
}
