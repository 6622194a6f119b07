using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace PlanBot.Api;

/// <summary>Where a page ends: what stands in the address is for nobody but us to read.</summary>
internal static class ApiCursor
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    private const int LongestCursor = 200;

    /// <summary>The page of what was read, where one more than <paramref name="take"/> was asked for.</summary>
    /// <param name="placeOf">What the next page goes on behind.</param>
    public static PageOf<TOut> Page<TIn, TOut>(IReadOnlyList<TIn> rows, int take, Func<TIn, string> placeOf, Func<TIn, TOut> write) =>
        new([.. rows.Take(take).Select(write)], rows.Count > take ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(placeOf(rows[take - 1]))) : null);

    /// <summary>A page of a list that is short enough to be read whole.</summary>
    /// <param name="isAfter">Whether a row stands behind the place.</param>
    public static PageOf<TOut> PageOfAll<TIn, TOut>(IEnumerable<TIn> rows, PageOrder order, Func<TIn, string, bool> isAfter, Func<TIn, string> placeOf, Func<TIn, TOut> write) =>
        Page([.. rows.Where(row => order.After is null || isAfter(row, order.After)).Take(order.Limit + 1)], order.Limit, placeOf, write);

    /// <returns>Null when the cursor or the limit is none.</returns>
    public static PageOrder? Read(string? cursor, int? limit)
    {
        if (limit is < 1 or > LargestLimit)
            return null;
        if (string.IsNullOrEmpty(cursor))
            return new(null, limit ?? DefaultLimit);
        var bytes = new byte[LongestCursor];
        if (cursor.Length > LongestCursor || Base64Url.DecodeFromChars(cursor, bytes, out _, out var written) != OperationStatus.Done)
            return null;
        return new(Encoding.UTF8.GetString(bytes.AsSpan(0, written)), limit ?? DefaultLimit);
    }
}

/// <param name="After">Place of the last row of the page before; null for the first page.</param>
internal sealed record PageOrder(string? After, int Limit)
{
    /// <returns>False when the place is no id.</returns>
    public bool TryId(out Guid? id)
    {
        id = Guid.TryParse(After, out var read) ? read : null;
        return After is null || id is not null;
    }
}

/// <param name="NextCursor">Of the next page; null on the last.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? NextCursor);
