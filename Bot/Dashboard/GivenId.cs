namespace PlanBot.Dashboard;

/// <summary>An id in an address or a form, where a choice of "all of them" comes as an empty one.</summary>
/// <param name="Value">Null for all of them.</param>
internal readonly record struct GivenId(Guid? Value)
{
    public static bool TryParse(string? text, out GivenId given)
    {
        var isRead = Guid.TryParse(text, out var id);
        given = new(isRead ? id : null);
        return isRead || string.IsNullOrEmpty(text);
    }
}
