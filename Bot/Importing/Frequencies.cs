using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>How often a sentence asks for reports: 每周, 每旬, 按月, 按季度, 每半年, 每年.</summary>
internal static partial class Frequencies
{
    /// <summary>Of several the one said first holds; 每半年 is no 每年.</summary>
    public static Frequency? Find(string sentence) => Words().Match(sentence) is { Success: true } match ? Of(match) : null;

    /// <summary>By the word for the period alone: 季度, 月, 半年, 年, 周, 旬.</summary>
    public static Frequency OfUnit(string unit) => unit switch
    {
        "月" => Frequency.Monthly,
        "半年" => Frequency.HalfYearly,
        "年" or "年度" => Frequency.Yearly,
        "周" => Frequency.Weekly,
        "旬" => Frequency.TenDay,
        _ => Frequency.Quarterly,
    };

    private static Frequency Of(Match match) =>
        match.Groups["week"].Success ? Frequency.Weekly
        : match.Groups["ten"].Success ? Frequency.TenDay
        : match.Groups["month"].Success ? Frequency.Monthly
        : match.Groups["quarter"].Success ? Frequency.Quarterly
        : match.Groups["half"].Success ? Frequency.HalfYearly
        : Frequency.Yearly;

    [GeneratedRegex("(?<week>[每按逐]个?周|(?<![双两])周报)|(?<ten>[每按]个?旬|旬报)|(?<quarter>[每按分逐]个?季(?:度)?|季报)|(?<half>[每按]个?半年|半年报)|(?<month>[每按逐]个?月|(?<!半|[双两]|[两四]个|半个)月报)|(?<year>[每按]个?年(?:度)?|年报|年度报告)")]
    private static partial Regex Words();
}
