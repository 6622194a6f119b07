using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Reads the answer to "which task?": 第二项, 2, 一和三, 全部, all of them.</summary>
public static class TaskChoice
{
    /// <returns>Numbers of the tasks; empty when the answer names none of them.</returns>
    public static IReadOnlyList<int> Read(string said, IReadOnlyList<FormTask> choices)
    {
        var (named, all) = Numbers(said);
        return all
            ? [.. choices.Select(task => task.Ordinal)]
            : [.. named.Select(ordinal => ordinal == -1 ? choices[^1].Ordinal : ordinal).Distinct().Where(ordinal => choices.Any(task => task.Ordinal == ordinal)).Order()];
    }

    /// <summary>What the answer names, whatever there is to choose from; -1 is the last one.</summary>
    public static (IReadOnlyList<int> Tasks, bool All) Numbers(string said)
    {
        var plain = Spelling.Plain(said);
        // task 3... sorry, 1: the second thought counts.
        if (SecondThought.Match(plain) is { Success: true } thought && Numbers(thought.Groups["now"].Value) is { Tasks.Count: > 0 } now)
            return now;
        if (TaskWords.FindAll(plain) is not null || AllWords.IsMatch(plain))
            return ([], true);
        var named = TaskWords.Find(plain).Select(task => task.Ordinal).ToList();
        if (named.Count == 0 && Bare.IsMatch(plain))
            named = [.. Number.Matches(plain).Select(match => Understanding.Numbers.Parse(match.Value) ?? 0)];
        return (named, false);
    }

    private static Regex SecondThought => field ??= new(@"^(?=.*(?:[0-9]|[一二三四五六七八九十]|one|two|three|four|five|first|second|third)).{1,20}?[,.;… ]+(?:(?:sorry|oops|wait|i mean(?:t)?|rather|make (?:that|it)|no(?=[,. ])|不对|不是|错了|说错了?|哦不?|不不|应该?是|是)[,.… ]*)+(?<now>\S.{0,20})$");

    private static Regex AllWords => field ??= new(@"^(?:全部|所有|都|全|一起|每项都?|全都|各项)[\u4e00-\u9fff0-9]{0,6}$|^(?:all|every|both)\b");

    /// <summary>Numbers and what joins them, nothing else.</summary>
    private static Regex Bare => field ??= new(@"^(?:(?:[0-9]+|[一二三四五六七八九十]+|one|two|three|four|five|six|seven|eight|nine|ten)(?:和|与|及|,|,?\s*and\s*|\s|项)*)+$");

    private static Regex Number => field ??= new(@"[0-9]+|[一二三四五六七八九十]+|[a-z]{3,}");
}
