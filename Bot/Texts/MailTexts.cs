using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Messages as mail.</summary>
public static class MailTexts
{
    /// <summary>What it is about: the period of the plan that is due first; of a letter its first words.</summary>
    public static string Subject(ReminderContent content, string text, int longest, Language language) => content.Plans is [var first, ..]
        ? content.Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest
            ? language.In($"{PeriodNames.Of(first.Period, language)}报送情况", $"Reports on {PeriodNames.Of(first.Period, language)}")
            : language.In($"{PeriodNames.Of(first.Period, language)}工作进展报送提醒，{Days.Full(first.DueOn, language)}截止", $"Reminder: report on {PeriodNames.Of(first.Period, language)}, due {Days.Full(first.DueOn, language)}")
        : TaskNames.Cut(text.ReplaceLineEndings("\n").Split('\n')[0], longest);

    public static string Body(string text, string link, int days, Language language) => language.In(
        $"{text}\n\n请勿直接回复本邮件。要填报或回复，请打开：{link}\n（链接只供您本人使用，{days}天内有效，只能用一次）\n",
        $"{text}\n\nPlease do not answer this mail. To report or to answer, open {link}\n(for you alone, valid for {days} days, once)\n");
}
