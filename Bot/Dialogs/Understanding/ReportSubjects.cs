using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Tasks by what they are about: 学科建设 names the one whose text speaks of 学科. Two that fit are as good as none: nothing is guessed.</summary>
/// <param name="tasks">Number and full text of each task that can be meant.</param>
public sealed partial class ReportSubjects(IReadOnlyList<(int Ordinal, string Text)> tasks)
{
    private readonly IReadOnlyList<(int Ordinal, string Text)> texts = [.. tasks.Select(task => (task.Ordinal, Joined(task.Text)))];

    /// <returns>Null when no task fits, or more than one.</returns>
    public int? Find(string words)
    {
        var subject = Ends().Replace(Joined(words), "");
        if (subject.Length < 2)
            return null;
        if (texts.Where(task => task.Text.Contains(subject, StringComparison.Ordinal)).ToList() is { Count: > 0 } whole)
            return whole.Count == 1 && !General().IsMatch(subject) ? whole[0].Ordinal : null;
        var bare = General().Replace(subject, "");
        return bare.Length >= 2 && texts.Where(task => IsMadeOf(bare, task.Text)).ToList() is [var one] ? one.Ordinal : null;
    }

    private static string Joined(string text) => Between().Replace(Spelling.Plain(text), "");

    /// <summary>Whether the words can be cut into pieces of two characters and more that all stand in the text.</summary>
    private static bool IsMadeOf(string words, string text)
    {
        var reachable = new bool[words.Length + 1];
        reachable[0] = true;
        for (var from = 0; from < words.Length; from++)
        {
            for (var to = from + 2; reachable[from] && to <= words.Length; to++)
                reachable[to] |= text.Contains(words[from..to], StringComparison.Ordinal);
        }
        return reachable[words.Length];
    }

    [GeneratedRegex("^(?:关于|有关|针对|任务[:]?|the )+|(?:的?(?:工作|任务|事项|方面|情况|这一?[项块]|一事|项目))+$")]
    private static partial Regex Ends();

    /// <summary>Words that any task may hold: alone they name none.</summary>
    [GeneratedRegex("建设|工作|任务|推进|推动|开展|加强|落实|实施|发展|管理|服务|提升|完善|进展|情况|方面|项目|重点|相关")]
    private static partial Regex General();

    [GeneratedRegex("[^\\w]|[和与及等的]")]
    private static partial Regex Between();
}
