using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Reads the answer to a choice: the button's words, part of them, or the option's number.</summary>
internal static class ChoiceWords
{
    public static bool Means(ReportOption option, ReportChoiceKind kind, string said, IReadOnlyList<ReportOption> options)
    {
        var (plain, words) = (Spelling.Plain(said), Spelling.Plain(option.Words));
        if (plain.Length == 0)
            return false;
        if (plain == words || Numbers.Parse(plain) == options.ToList().IndexOf(option) + 1)
            return true;
        if (kind == ReportChoiceKind.WhichPeriod)
            return options[0] == option
                ? IsYes(plain) || ContainsAny(plain, "更正", "修改", "改", "更新", "订正", "原来", "之前", "上次", "旧", "correct", "change", "fix", "amend", "replace", "old", "earlier one", "first one")
                : ContainsAny(plain, "提前", "下一期", "下期", "下季", "下个", "新的", "early", "next");
        // One option only may hold what was said; 委 alone would mean several.
        return plain.Length > 1 && options.Where(other => Spelling.Plain(other.Words).Contains(plain, StringComparison.Ordinal)).ToList() is [var single] && single == option;
    }

    /// <summary>是的, yes, to a question that names a correction first: whoever wants the other says so.</summary>
    private static bool IsYes(string plain) => SummaryYes.Matches(plain) || Yes.IsMatch(plain);

    private static Regex Yes => field ??= new("^(?:嗯+|是的?|对的?|好的?|没错|就是|[,.! ])+(?:更正|改|这样)?(?:吧|了|的)?$|^(?:yes|yep|yeah|right|correct|please do|ok please do|(?:ok(?:ay)?,? )?(?:do (?:it|that|so)|please))(?:,? please| please do| do)?[.! ]*$");

    private static bool ContainsAny(string text, params string[] words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));
}
