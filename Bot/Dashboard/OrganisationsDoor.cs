namespace PlanBot.Dashboard;

/// <summary>Addresses of sign-in services: which of them answer for one organisation's accounts and nobody else's.</summary>
internal static class OrganisationsDoor
{
    /// <returns>Whether it is https (or loopback) and none of Microsoft's doors for every organisation, where an account's name is whatever its own administrator says.</returns>
    public static bool IsUsable(string? authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && !(address.Segments is [_, var tenant, ..] && tenant.TrimEnd('/').ToLowerInvariant() is "common" or "organizations" or "consumers");
}
