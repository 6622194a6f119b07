using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.UseCases;

namespace PlanBot.Api;

/// <summary>Entity tags of a report that is owed: they change with everything about it, the passing of its due date too.</summary>
internal static class ApiTags
{
    public static string Of(OwedRow row, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{StampOf(row)}.{row.DueOn:yyyyMMdd}{(row.IsOverdue(now) ? "o" : "")}\"");

    /// <summary>Reads the condition of a change.</summary>
    /// <returns>Whether there is one, and whether the report is still as it says: it may have become overdue, for that is nobody's change.</returns>
    public static (bool IsGiven, bool IsMet) Check(StringValues ifMatch, OwedRow row)
    {
        if (ifMatch.Count == 0 || !EntityTagHeaderValue.TryParseList(ifMatch, out var tags))
            return (ifMatch.Count > 0, false);
        var known = string.Create(CultureInfo.InvariantCulture, $"{StampOf(row)}.{row.DueOn:yyyyMMdd}");
        return (true, tags.Any(tag => tag.Tag == "*" || (!tag.IsWeak && tag.Tag.AsSpan().Trim('"').TrimEnd('o').SequenceEqual(known))));
    }

    public static ReportStamp StampOf(OwedRow row) => new(row.State, row.Version, row.Round);
}
