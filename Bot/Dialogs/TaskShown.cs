using System.Text.RegularExpressions;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;

namespace PlanBot.Dialogs;

/// <summary>这条报：…, right after a task was shown: that one. Pure.</summary>
internal static class TaskShown
{
    /// <param name="before">What was spoken of last; null when that is long ago.</param>
    public static Turn Complete(Turn turn, Focus? before)
    {
        if (before?.Task is not > 0 || turn.Said.Tasks.Count > 0 || !Permissions.ReportsFor(turn.Asker.Person).Any() || This.Match(turn.Said.Raw) is not { Success: true } shown)
            return turn;
        var head = shown.Groups["english"].Success ? $"Task {before.Task}: " : $"第{before.Task}项：";
        var rest = turn.Said.Raw[shown.Length..];
        return turn with { Said = Understand.Utterance(rest.Trim().Length == 0 ? head.TrimEnd('：', ':', ' ') : head + rest, [.. turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)], speaker: turn.Asker.Speaker) };
    }

    private static Regex This => field ??= new(@"^\s*(?:好的?|那|就|先|来|嗯|ok|行|[,，\s])*(?:就|先)?(?:报|填|写)?(?:这|那|该)一?(?:条|项|个|件)(?:任务)?(?:的(?:话|内容|情况)?)?(?:我们?|咱们?)?(?:就|先|来|现在)*(?:报|填|写|填报|报送)?(?:一?下|吧|了|上)*\s*(?:[:：,，]\s*|$)|^\s*(?<english>(?:ok|well|so|and|then|let's|let me|i'll|[,.\s])*(?:report|do|file)?\s*(?:for |on )?(?:this|that) (?:one|task|item)\s*[:,]\s*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
