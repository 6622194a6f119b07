namespace PlanBot.UseCases;

/// <summary>Where people reach PlanBot with a browser, for links that are sent or printed.</summary>
/// <param name="Address">Without a slash at its end, e.g. https://planbot.example.gov.cn.</param>
public sealed record PublicAddress(string Address)
{
    /// <summary>People come by it even where a proxy before this program takes the TLS off.</summary>
    public bool IsHttps => Address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public string Host => new Uri(Address).Host;

    public string SignInLink(string token) => $"{Address}/signin?token={token}";

    /// <summary>The way in to the dashboard.</summary>
    public string DeskLink(string token) => $"{Address}/dashboard/signin?token={token}";
}
