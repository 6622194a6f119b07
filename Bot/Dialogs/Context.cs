using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>Fills in what pronouns stand for: 它 is the unit that was spoken of, 上面那几家 the units of the last list. Pure.</summary>
public static class Context
{
    /// <param name="before">What the conversation was about last; null when that is long ago.</param>
    public static Understood Complete(Understood said, Focus? before, IReadOnlyList<PlanView> plans)
    {
        if (before is null || said.Refers == Reference.None || said.Units.Count > 0)
            return said;
        // 他们 after a question about one unit is that unit; after a list it is the list.
        if (before.UnitId is { } id && plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == id) is { } unit)
            return WithPeriod(said with { Units = [new UnitMention([unit], unit.Name)] }, before);
        return said.Refers == Reference.List && before.Intent is Intent.WhoOverdue or Intent.WhoMissing or Intent.AllIn or Intent.WhoReported
            ? WithPeriod(said with { ListOf = before.Intent }, before)
            : said;
    }

    private static Understood WithPeriod(Understood said, Focus before) => said.Periods.Count > 0 ? said : said with { Periods = before.Periods };
}
