using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>What <c>token</c> prints.</summary>
public static class TokenTexts
{
    public const string None = "还没有令牌。 There are no tokens.";

    public static string Made(string name) =>
        $"已为“{name}”生成令牌，只显示这一次，请立即存到该系统中；遗失请吊销后重新生成。 The token of {name}; it is shown this once. Store it in that system; if it is lost, revoke it and make another:";

    public static string Revoked(string name) => $"“{name}”的令牌已吊销，立即失效。 The token of {name} is revoked.";

    public static string BadName(int most) => $"请写系统名称，不超过 {most} 个字。 Give the system's name, up to {most} characters.";

    public static string NameTaken(string name) => $"已有名为“{name}”的令牌；请换一个名称，或先 planbot token revoke。 There is a token of the name {name}; choose another, or revoke that one first.";

    public static string BadDay(string day) => $"--expires 写的是“{day}”，应为 2027-01-01 这样的日期。 --expires is \"{day}\"; write a day such as 2027-01-01.";

    public static string DayPassed(string day) => $"{day} 已经过去，令牌生成即失效，请换一个日期。 {day} has passed; choose a later day.";

    public static string WhichUnit(string unit) => $"没有名为“{unit}”的单位，或不止一个；请写全称，planbot units 可以列出。 There is no unit of the name {unit}, or more than one; planbot units lists them with their full names.";

    public static string NoSuchToken(string which) => $"没有名称或编号为“{which}”的有效令牌；planbot token list 可以列出。 There is no token {which} to revoke; planbot token list shows them.";

    /// <param name="plans">Titles, where it is limited to some.</param>
    /// <param name="units">Names, where it is limited to some.</param>
    public static string Line(ApiToken token, IReadOnlyList<string> plans, IReadOnlyList<string> units, DateTimeOffset now, TimeZoneInfo zone)
    {
        var state = token.RevokedAt is not null ? "已吊销 revoked" : token.IsGood(now) ? "有效 good" : "已过期 expired";
        var parts = new List<string> { token.Id.ToString(), token.Name, state, token.Access.Scopes.ToString().ToLowerInvariant() };
        if (plans.Count > 0)
            parts.Add($"计划 plans: {string.Join('、', plans)}");
        if (units.Count > 0)
            parts.Add($"单位 units: {string.Join('、', units)}");
        if (token.ExpiresAt is { } end)
            parts.Add($"有效期至 until: {Days.Moment(end, zone)}");
        parts.Add($"最近使用 last used: {(token.LastUsedAt is { } used ? Days.Moment(used, zone) : "—")}");
        return string.Join("  ", parts);
    }
}
