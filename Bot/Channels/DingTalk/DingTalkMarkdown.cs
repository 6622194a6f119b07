using System.Text;
using System.Text.RegularExpressions;

namespace PlanBot.Channels.DingTalk;

/// <summary>The part of markdown that DingTalk shows everywhere. What people wrote stays what they wrote: none of it becomes markup, and none of it a link that acts in the client.</summary>
internal static partial class DingTalkMarkdown
{
    /// <summary>DingTalk breaks a line only where there are blanks on both sides.</summary>
    private const string LineBreak = "  \n  ";

    /// <summary>Plain text as markdown that looks the same.</summary>
    /// <param name="hasTitle">The first line is set as a heading.</param>
    public static string Of(string text, bool hasTitle = false)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var written = new StringBuilder();
        for (var at = 0; at < lines.Length; at++)
        {
            if (at > 0)
                written.Append(lines[at].Length == 0 || lines[at - 1].Length == 0 || (at == 1 && hasTitle) ? "\n\n" : LineBreak);
            written.Append(at == 0 && hasTitle && lines[0].Length > 0 ? "#### " : "").Append(Line(lines[at]));
        }
        return Blank().Replace(written.ToString(), "\n\n").Trim();
    }

    public static string Link(string title, string address) => $"[{Line(title)}]({address})";

    /// <summary>A click on it makes the person say the words.</summary>
    public static string Say(string words) => $"dtmd://dingtalkclient/sendMessage?content={Uri.EscapeDataString(words)}";

    /// <summary>Takes the effect out of addresses that act in the client; the reader sees no difference.</summary>
    public static string Harmless(string text) => ClientAddress().Replace(text, "$1\u200b:");

    private static string Line(string line) => LineStart().Replace(Sign().Replace(Harmless(line), @"\$0"), @"$1\$2");

    [GeneratedRegex(@"[\\`*_\[\]<]")]
    private static partial Regex Sign();

    [GeneratedRegex(@"^(\s*)([#>+])")]
    private static partial Regex LineStart();

    [GeneratedRegex(@"\b(dtmd|dingtalk)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex ClientAddress();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Blank();
}
