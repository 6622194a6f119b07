namespace PlanBot.UseCases.Webhooks;

/// <summary>Carries a message to another system.</summary>
public interface IWebhookPost
{
    /// <param name="body">UTF-8, as it was signed.</param>
    /// <param name="headers">The signature among them.</param>
    /// <returns>Null when the other side has taken it, else why not in a few words without secrets: <c>503</c>, <c>no answer</c>, <c>private address</c>.</returns>
    Task<string?> SendAsync(Uri url, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken);

    /// <returns>Why no message is ever sent there, whatever the name leads to: <c>not-https</c>, <c>no-url</c>; null for an address that may be tried.</returns>
    string? WhyNot(string url);
}
