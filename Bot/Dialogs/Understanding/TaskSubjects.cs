using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Tasks named by words of their subject: 学科建设那项.</summary>
public static class TaskSubjects
{
    /// <summary>The words before 那项, 这项任务, 的任务 in normalised text; null when none stand there.</summary>
    internal static (string Words, Range Where)? FindWords(string plain)
    {
        var match = Named.Match(plain);
        return match.Success ? (match.Groups["words"].Value, match.Groups["words"].Index..(match.Index + match.Length)) : null;
    }

    /// <summary>the forum task, the exhibition one: the English words for what a task is about; null when none stand there.</summary>
    internal static (string Words, Range Where)? FindEnglish(string plain)
    {
        foreach (Match match in EnglishNamed.Matches(plain))
        {
            if (ReportSubjects.Meanings(match.Groups["words"].Value).Count > 0)
                return (match.Groups["words"].Value, match.Groups["words"].Index..(match.Index + match.Length));
        }
        return null;
    }

    /// <summary>Which of these tasks the words name: those that hold all of the words, else those that hold most of their pairs of characters.</summary>
    /// <param name="tasks">Each with its text, in any key the caller likes.</param>
    /// <returns>Empty when none fits; several when the words fit them equally: then it is asked back, never guessed.</returns>
    public static IReadOnlyList<T> Match<T>(string words, IEnumerable<(T Task, string Text)> tasks)
    {
        var wanted = Spelling.Plain(words);
        var folded = tasks.Select(task => (task.Task, Text: Spelling.Plain(task.Text))).ToList();
        if (ReportSubjects.Meanings(wanted) is { Count: > 0 } meanings)
        {
            var held = folded.ConvertAll(task => (task.Task, Score: meanings.Count(meaning => meaning.Any(one => task.Text.Contains(one, StringComparison.Ordinal)))));
            var most = held.Count == 0 ? 0 : held.Max(one => one.Score);
            return most * 2 <= meanings.Count ? [] : [.. held.FindAll(one => one.Score == most).Select(one => one.Task)];
        }
        if (folded.FindAll(task => task.Text.Contains(wanted, StringComparison.Ordinal)) is { Count: > 0 } whole)
            return [.. whole.Select(task => task.Task)];
        var pairs = wanted.Zip(wanted.Skip(1), (first, second) => $"{first}{second}").Distinct().ToList();
        if (pairs.Count == 0)
            return [];
        var scores = folded.Select(task => (task.Task, Score: (double)pairs.Count(pair => task.Text.Contains(pair, StringComparison.Ordinal)) / pairs.Count)).ToList();
        var best = scores.Count == 0 ? 0 : scores.Max(score => score.Score);
        return best < 0.6 ? [] : [.. scores.Where(score => score.Score == best).Select(score => score.Task)];
    }

    private static Regex EnglishNamed => field ??= new("(?<![a-z'’])(?<words>[a-z]{3,16}(?:[ -][a-z]{3,16}){0,2}) (?:task|item|project|one)(?![a-z])");

    private static Regex Named => field ??= new("(?:看看|看一?下|查一?下|念一?下|把|将|请|帮我|给我|退回|打回|驳回|催一?下?|的|关于|那个|那|和|与|我们?|咱们)*(?<words>[\u4e00-\u9fffa-z0-9]{2,14}?)(?:的?(?:那|这)(?:一)?(?:项|条|个任务|个事项|件事)(?:任务|工作|事)?)");
}
