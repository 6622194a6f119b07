using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A command that carries words to be passed on to some: 给逾期单位发通知：请抓紧. Only what stands before them is a command; they themselves may hold any words at all.</summary>
public static partial class NoticeCommand
{
    /// <summary>The command, and the words to be passed on as they were typed.</summary>
    /// <returns>All of it and nothing when no words are carried.</returns>
    public static (string Head, string Body) Split(string raw)
    {
        var text = raw.Trim();
        return Carrying().Match(text) is { Success: true } match && match.Groups["body"].Value.Trim() is { Length: > 0 } body ? (match.Groups["head"].Value.Trim(), body) : (text, "");
    }

    // The head ends at a colon or a line's end; 通知大家 and 发通知说 need none.
    [GeneratedRegex(
        @"^(?<head>(?:(?:请|麻烦|帮我?|替我)你?)?(?:(?:给|向|对)[^：:\n，,。]{1,30}?)?(?:发(?:布|送)?(?:一?[个条份则])?(?:通知|公告|消息)|群发(?:通知|消息)?|广播|通知(?!单|书|里|中|的))[^：:\n，,。]{0,20})(?:[：:]|\n)(?<body>.+)$"
        + @"|^(?<head>(?:请|麻烦|帮我?|替我)?(?:通知|告诉|告知)(?:一下)?(?:大家|各单位|所有(?:单位|人)|各位|全体(?:人员)?|各部门|各联络员|逾期单位|未报单位|没报的单位)|(?:发(?:一?[个条份则])?(?:通知|公告)|群发)说)[，, ]*(?<body>.+)$"
        + @"|^(?<head>(?:please )?(?:broadcast|announce|send (?:a |an )?(?:notice|announcement|message)|notify|tell|message)[^：:\n]{0,60}?)(?::|\n)(?<body>.+)$"
        + @"|^(?<head>(?:please )?(?:tell|notify|message) (?:everyone|everybody|all(?: the)? (?:units|contacts)|all)(?: that)?)[, ]+(?<body>.+)$",
        RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Carrying();
}
