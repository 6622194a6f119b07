using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>等等，先报第二项，论坛定在5月18号: another task has its turn, and what is told of it comes at once. Pure.</summary>
internal sealed record TaskTurned(int Task, string Text)
{
    /// <summary>Fewer letters tell nothing.</summary>
    private const int FewestTold = 4;

    private const double LikeReport = 0.15;

    /// <summary>The same as a report on that task.</summary>
    public string Report => $"第{Task}项：{Text}";

    /// <returns>Null when no task has its turn so, or nothing is told of it.</returns>
    public static TaskTurned? Read(string said, SectionWords words)
    {
        var folded = Spelling.Fold(said);
        if (Head.Match(folded) is not { Success: true } head || TaskWords.Find(head.Value) is not [var (task, _)] || task < 1)
            return null;
        var text = said[head.Length..].Trim();
        if (text.Count(char.IsLetterOrDigit) < FewestTold || TaskWords.Find(Spelling.Plain(text)).Count > 0 || FormChanges.TellsOfOthers(text))
            return null;
        var label = Regex.Match(Spelling.Fold(text), $"^(?<name>{words.Any})(?:情况)?(?:就)?(?:[:]|是|is|are)\\s*(?=\\S{{2}})", RegexOptions.CultureInvariant);
        if (label.Success && words.Of(label.Groups["name"].Value) is not null)
            return new(task, $"{text[..label.Groups["name"].Length]}：{text[label.Length..]}");
        var read = Understand.Utterance(text, [], speaker: Speaker.Unit);
        var isTold = !read.EndsAsQuestion && !Later.IsMatch(read.Plain) && (head.Value.TrimEnd().EndsWith(':') || read.LikeReport > LikeReport || text.Any(char.IsAsciiDigit));
        return isTold ? new(task, text) : null;
    }

    private static Regex Later => field ??= new("^(?:其他|其余|别的|其它|剩下|另外|余下)|(?:回头|稍后|晚点|明天|下午|之后|过会儿?|一会儿?|待会儿?)(?:我|我们|再|来|就)*(?:报|写|填|补|弄|说|交)|^(?:行|可以|好|对|ok|please|thanks|谢谢)|(?<![a-z])(?:later|tomorrow|the (?:rest|others?))(?![a-z])");

    private static Regex Head => field ??= new(
        @"^\s*(?:(?:等等|等一?下|等会儿?|稍等|不对|[哦噢嗯哎]+|算了|那|好的?|对了|还是|要不|不好意思|抱歉)[\s,.!:]*)*(?:我们?|咱们?|还是|要|想|就|现在|来)*(?:先|改)(?:来)?(?:报|填|说|写|弄|交)(?:送|写|一?下)?" + TaskWords.Pattern + @"(?:吧|的|哈|好了)*\s*[,:]\s*"
        + @"|^\s*(?:(?:wait|hang on|hold on|actually|ok(?:ay)?|sorry|no|oh)[\s,.!:]*)*(?:(?:let me|let's|i'll|i will|we'll|i'd rather) )?(?:do|report(?: on)?|start with|take|file) " + TaskWords.Pattern + @"(?: first)?\s*[,:—-]\s*");
}
