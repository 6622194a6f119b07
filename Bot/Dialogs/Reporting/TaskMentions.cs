using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>展会签约那项有…, The first. Progress: …: a task named by its subject, or by its place alone, in the way that numbers are read. Pure.</summary>
/// <param name="Text">With 第二项 where the task was named otherwise.</param>
/// <param name="Named">The words as typed; blank where nothing was replaced.</param>
/// <param name="Number">What stands for them.</param>
internal sealed record TaskMentions(string Text, string Named, string Number)
{
    /// <summary>The mention with which a message begins; a text that is written may hold others that are its own.</summary>
    public static TaskMentions AtStart(string raw, ReportSubjects subjects)
    {
        var folded = Spelling.Fold(raw);
        if (First.Match(folded) is { Success: true } first && subjects.Find(first.Groups["words"].Value) is { } task)
            return Replaced(WithNext(raw, first.Length, subjects), 0..first.Length, task);
        if (ToReport.Match(folded) is { Success: true } wished && subjects.Find(wished.Groups["words"].Value) is { } meant)
            return Replaced(raw, 0..wished.Length, meant);
        return Place.Match(folded) is { Success: true } place && Numbers.Parse(place.Groups["n"].Value) is { } number
            ? Replaced(raw, place.Groups["place"].Index..(place.Groups["place"].Index + place.Groups["place"].Length), number, isEnglish: true) : new(raw, "", "");
    }

    /// <summary>…。论坛那块：…: where a later sentence turns to another task in the same way.</summary>
    private static string WithNext(string raw, int from, ReportSubjects subjects)
    {
        foreach (var next in Next.Matches(Spelling.Fold(raw), from).Reverse())
        {
            if (subjects.Find(next.Groups["words"].Value) is { } task)
                raw = $"{raw[..next.Index]}第{task}项{raw[(next.Index + next.Length)..]}";
        }
        return raw;
    }

    /// <summary>Every mention in an order to the program: 这是数据共享场景那项的, 第三项数据共享场景的.</summary>
    public static string Everywhere(string said, ReportSubjects subjects)
    {
        if (said.Length > LongestOrder || said.Contains('\n', StringComparison.Ordinal))
            return said;
        for (var start = 0; start < said.Length && Any.Match(Spelling.Fold(said), start) is { Success: true } found; start = found.Index + 1)
        {
            if (subjects.Find(found.Groups["words"].Value) is { } task)
                said = $"{said[..found.Index]}第{task}项{said[(found.Index + found.Length)..]}";
        }
        if (Described.Match(Spelling.Fold(said)) is { Success: true } described && Numbers.Parse(described.Groups["n"].Value) == subjects.Find(described.Groups["words"].Value))
            said = said.Remove(described.Groups["words"].Index, described.Groups["words"].Length);
        return said;
    }

    /// <summary>论坛那项的培训已完成 is a sentence about a part of the task: it stands as it was typed.</summary>
    public ReportText Restored(ReportText report) => Named.Length == 0 ? report : report with
    {
        Opening = report.Opening.Replace(Number, Named, StringComparison.Ordinal),
        Blocks = [.. report.Blocks.Select(block => block.Free.StartsWith(Number, StringComparison.Ordinal) ? block with { Free = Named + block.Free[Number.Length..] } : block)],
    };

    private static TaskMentions Replaced(string raw, Range where, int task, bool isEnglish = false)
    {
        var number = isEnglish ? $"Task {task}" : $"第{task}项";
        return new($"{raw[..where.Start.Value]}{number}{raw[where.End.Value..]}", raw[where], number);
    }

    /// <summary>A longer message is a text.</summary>
    private const int LongestOrder = 80;

    private const string Mark = "的?(?:那|这)一?(?:项|条|块|个|件)(?:任务|工作|事儿?)?";

    private static Regex First => field ??= new($@"^\s*(?:(?:等等|等一?下|不对|不是|哦|噢|啊|哎呀?|嗯|好的?|对了|那|就|只|先|我们?|咱们?|要|想|来|现在|再|补报|补|报送?|填报?|写|说|一下|关于|还有|另外|至于)[\s,.!:]*)*(?:第?[一二三四1-4]季度的?)?(?<words>[\u4e00-\u9fffa-z0-9、]{{2,16}}?)(?<mark>{Mark}|的(?=\s*[:.]))");

    /// <summary>先补一季度的创新中心。进展：…: a subject that is to be reported on, before the labels.</summary>
    private static Regex ToReport => field ??= new(@"^\s*(?:(?:好的?|那|就|先|我们?|咱们?|要|想|来|现在|再|这次)[\s,.!:]*)*(?:补报|补|报送?|填报?|写|说)(?:一?下)?(?:关于)?(?:第?[一二三四1-4]季度的?)?(?<words>[\u4e00-\u9fffa-z0-9、]{2,16}?)(?=\s*[:.。])");

    private static Regex Place => field ??= new(@"^\s*(?:(?:ok(?:ay)?|well|so|right|now|wait|sorry|no)[\s,.!:]*)*(?:(?:in|for|on|under) (?=the |first|second|third))?(?<place>(?:the )?(?<n>first|second|third|fourth|fifth))(?:(?=\s*[.:]\s*\S)|(?<=(?:in|for|on|under) (?:the )?\k<n>)(?=[ ,]+(?:it|there|please|change|put|add)(?![a-z])))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Any => field ??= new($@"(?<words>[\u4e00-\u9fffa-z0-9]{{2,14}}?){Mark}");

    private static Regex Next => field ??= new($@"(?<=[.;!。\n]\s*)(?<words>[\u4e00-\u9fffa-z0-9、]{{2,16}}?)(?:{Mark}(?=\s*:)|的?(?:那|这)一?(?:块|项|条)(?:儿|呢|嘛|啊)*,?(?=[\u4e00-\u9fff0-9]))");

    private static Regex Described => field ??= new(@"第(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[项条个](?<words>[\u4e00-\u9fff]{2,14}?)(?=的|那|这|,|\.|$)");
}
