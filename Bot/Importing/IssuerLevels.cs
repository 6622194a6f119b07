using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>The level and the places in an issuing organ's name: 天津市蓟州区人民政府办公室 is of a 区, in 天津 and 蓟州.</summary>
internal static partial class IssuerLevels
{
    /// <returns>省, 市, 区, ...; null when the organ is unknown or central, or an institution that gives its own sections work (a hospital, a company).</returns>
    public static string? LevelOf(string? issuer) =>
        issuer is null || UnitNames.IsCentral(issuer) || Institution().IsMatch(issuer) ? null
        : Place().Match(issuer) is { Success: true, Groups: var groups } ? groups["level"].Captures[^1].Value
        : UnitNames.LevelOf(issuer);

    /// <summary>Without their level words, because units name them short: 天津证监局.</summary>
    public static IReadOnlyList<string> PlacesOf(string? issuer) =>
        issuer is not null && Place().Match(issuer) is { Success: true, Groups: var groups } ? [.. groups["place"].Captures.Select(place => place.Value)] : [];

    /// <summary>With their level words, the highest first: 云州市, 临河区. Empty when the organ names none.</summary>
    public static IReadOnlyList<string> LevelledPlacesOf(string? issuer) =>
        issuer is not null && Place().Match(issuer) is { Success: true, Groups: var groups } ? [.. groups["place"].Captures.Zip(groups["level"].Captures, (place, level) => place.Value + level.Value)] : [];

    [GeneratedRegex("(?:医院|大学|学院|学校|中学|小学|公司|集团|研究院|研究所)(?:党委|办公室|委员会)?$")]
    private static partial Regex Institution();

    [GeneratedRegex("^(?:中共)?(?:(?<place>(?![省市州盟区县旗镇乡])\\p{IsCJKUnifiedIdeographs}{2,8}?)(?<level>自治区|省|(?<!城)市|州|盟|(?<![社园])区|县|旗|镇|(?<!城)乡)(?!场|容|村|镇))+")]
    private static partial Regex Place();
}
