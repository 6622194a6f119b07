using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>商务第二条过了，头一条太水，退给他们，成效不能写无: each task of a unit with a ruling of its own. Pure.</summary>
public static class TaskByTask
{
    /// <summary>More are no rulings that somebody says in one breath.</summary>
    private const int Most = 4;

    /// <param name="whole">What the message was understood as: its unit and period are those of every part.</param>
    /// <returns>One wish for each task, what gives a reason or a day first; empty unless the message rules differently on different tasks of one unit.</returns>
    public static IReadOnlyList<Understood> In(string raw, Understood whole)
    {
        if (raw.Length > Understand.LongestCommand || whole.EndsAsQuestion || whole.Units.Any(unit => unit.One is null) || whole.Units.DistinctBy(unit => unit.One!.Id).Count() > 1)
            return [];
        var parts = Parts(raw);
        if (parts.Count is < 2 or > Most)
            return [];
        var rulings = parts.ConvertAll(part => Ruling(part.Tasks, part.Clauses, whole));
        if (rulings.Contains(null) || rulings.DistinctBy(ruling => ruling!.Intent).Count() < 2)
            return [];
        return [.. rulings.OfType<Understood>().OrderBy(ruling => ruling.Intent == Intent.Accept ? 1 : 0)];
    }

    /// <summary>A clause that names a task begins a part; what follows belongs to it.</summary>
    private static List<(IReadOnlyList<int> Tasks, List<string> Clauses)> Parts(string raw)
    {
        var parts = new List<(IReadOnlyList<int> Tasks, List<string> Clauses)>();
        var opening = new List<string>();
        foreach (var clause in Ends.Split(raw).Select(clause => clause.Trim()).Where(clause => clause.Length > 0))
        {
            IReadOnlyList<int> tasks = [.. TaskWords.Find(Spelling.Plain(clause)).Select(task => task.Ordinal).Distinct()];
            if (tasks.Count > 0 && (parts.Count == 0 || !tasks.SequenceEqual(parts[^1].Tasks)))
                parts.Add((tasks, [.. parts.Count == 0 ? opening : [], clause]));
            else if (parts.Count == 0)
                opening.Add(clause);
            else
                parts[^1].Clauses.Add(clause);
        }
        return parts;
    }

    private static Understood? Ruling(IReadOnlyList<int> tasks, List<string> clauses, Understood whole)
    {
        var plain = clauses.ConvertAll(Spelling.Plain);
        var (intent, verdict) = plain.Exists(clause => Returned.IsMatch(clause)) ? (Intent.Return, Returned) : plain.Exists(clause => Waived.IsMatch(clause)) ? (Intent.Waive, Waived)
            : plain.Exists(clause => Accepted.IsMatch(clause)) ? (Intent.Accept, Accepted) : (Intent.None, Accepted);
        if (intent == Intent.None)
            return null;
        // What is no verdict, and no day by which it is due, is the reason; so is what else the clause says that names the task.
        var when = clauses.ConvertAll(clause => DateWords.Find(Spelling.Plain(clause))?.Mention);
        var reasons = clauses.Select((clause, i) => verdict.IsMatch(plain[i]) || (when[i] is not null && Due.IsMatch(plain[i])) ? "" : WithoutTask(clause)).Where(reason => reason.Count(char.IsLetter) > 1).ToList();
        return whole with
        {
            Intent = intent, Confidence = 0.97, IsByExample = false, IsWhole = true, Tasks = tasks, AllTasks = false, IsOneTask = false, TaskSubject = null, Days = null, Request = null, IsQuestion = false,
            Reason = intent == Intent.Accept || reasons.Count == 0 ? null : string.Join(clauses[0].Any(c => c is >= '\u4e00' and <= '\u9fff') ? "，" : ", ", reasons), When = intent == Intent.Return ? when.OfType<DateMention>().FirstOrDefault() : null,
        };
    }

    private static string WithoutTask(string clause) => TaskAtStart.Replace(clause, "").Trim();

    private static Regex Ends => field ??= new(@"[,，。;；!！\n]|\.(?=\s|$)|(?<=[a-z]) (?:but|and|while|whereas) (?=(?:the |task |item |number |no )?(?:first|second|third|fourth|fifth|last|task|item|[0-9]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex TaskAtStart => field ??= new("^.{0,14}?(?:第[一二三四五六七八九十0-9]{1,3}(?:项|条|个|件|份)?|头一?(?:项|条|个|件)|首(?:项|条)|最后一(?:项|条))(?:任务|报告)?(?:是|就|的|呢|嘛|吧|那)*|^(?:and |but )?(?:the )?(?:first|second|third|fourth|last|task [0-9a-z]+|item [0-9]+|number [0-9]+)(?: (?:one|task|item))?(?: is| was| has)? ?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Returned => field ??= new("退(?:回|给|掉|了|去|一下|他们|吧|$)|打回|驳回|(?:重新?|再)(?:报|写|填|交)|返工|(?<![a-z])(?:return(?:s|ed)?|(?:send|sent|goes|give|gets sent) (?:it |that |them )?back|redo|reject(?:s|ed)?|must be redone|needs? (?:work|redoing|rewriting))(?![a-z])");

    private static Regex Waived => field ??= new("免(?:报|了|掉)|不用报|不必报|(?<![a-z])(?:waive[sd]?|let (?:them|it) off|need not|needn't)(?![a-z])");

    private static Regex Accepted => field ??= new("(?<!不|没|未)(?:过(?:了|关|吧|得去|$)|通过|收(?:了|下)|(?<!不)可以|没(?:有)?问题|没毛病|认可|合格|(?<!不)行(?:了|吧|$)|挺好|不错)|(?<![a-z])(?<!not )(?:accept(?:s|ed)?|approve[sd]?|is (?:fine|good|ok|okay)|fine|ok|okay|passe[sd]|take it|looks good)(?![a-z])");

    private static Regex Due => field ??= new("前|之前|补|改完|重报|(?<![a-z])(?:by|before|until|due)(?![a-z])");
}
