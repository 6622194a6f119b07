using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>What is said of the period that a question names, before or instead of its answer: that 下季度 is this one, that the plan has none of last year. Pure.</summary>
internal static class PeriodNotes
{
    /// <summary>去年的: a whole year before the plan's first period, of which there is nothing.</summary>
    /// <returns>Null when there may be something.</returns>
    public static Reply? NothingBefore(Question question)
    {
        if (question.Focus.Periods is not [var mention] || question.Plans.Count == 0 || !IsAboutPeriods(question.Intent))
            return null;
        var years = question.Plans.Select(view => view.KeysOf([mention])).ToList();
        if (mention is not { Reference: PeriodReference.Named, Frequency: Frequency.Yearly } || question.Plans.Zip(years).Any(one => one.Second.Any(one.First.Setting.Owes) || one.Second[^1] > one.First.Setting.First))
            return null;
        return new(string.Join('\n', question.Plans.Zip(years).Select(one => PeriodTexts.NothingOfYear(one.Second[0].Year, question.Plans.Count > 1 ? one.First.Plan.Title : null, one.First.Plan.IssuedOn, one.First.Setting.First, question.Language))))
        {
            Buttons = CommonTexts.HomeButtons(question.Asker.Person, question.Language),
        };
    }

    /// <summary>Which period 下季度 is, so that nobody takes the one of the calendar for it.</summary>
    /// <returns>Null when it was not named so, or several plans may each have another.</returns>
    public static string? WhichIsNext(Question question) =>
        question.Plans is [var view] && IsAboutPeriods(question.Intent) && question.Said.Periods.Any(period => period.Reference == PeriodReference.AfterToday)
            ? PeriodTexts.NextIs(view.Setting.InQuestion.Next(), view.Setting.InQuestion, question.Language) : null;

    private static bool IsAboutPeriods(Intent intent) => intent is Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate or Intent.Brief or Intent.UnitStatus or Intent.ReadReport
        or Intent.MyReport or Intent.MyStatus or Intent.MyTasks or Intent.DueDate or Intent.Problems or Intent.Export or Intent.Trend or Intent.Mentions or Intent.Differences;
}
