using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Channels.Browser;

/// <summary>Who may do what at Direct Line.</summary>
public sealed class DirectLineAccess(BrowserTokens tokens, IChatRepository chats, IOptions<BrowserOptions> options, IOptions<DemoOptions> demo)
{
    /// <summary>Anyone may ask for a token in demo mode; elsewhere only who knows the secret.</summary>
    public DirectLineError? RefuseToGenerate(HttpRequest request)
    {
        if (demo.Value.Enabled)
            return null;
        if (Bearer(request) is not { } presented)
            return DirectLineError.MissingToken;
        return options.Value.Secret is { } secret && CryptographicOperations.FixedTimeEquals(Hash(presented), Hash(secret)) ? null : DirectLineError.BadSecret;
    }

    /// <summary>Reads the token of a request that is about no conversation in particular.</summary>
    public (BrowserToken? Token, DirectLineError? Refusal) Check(HttpRequest request) =>
        Bearer(request) is { } text ? Check(text) : (null, DirectLineError.MissingToken);

    /// <summary>Reads the token of a request about <paramref name="conversationId"/>, which must be its own.</summary>
    public Task<(BrowserToken? Token, DirectLineError? Refusal)> CheckAsync(HttpRequest request, string conversationId, CancellationToken cancellationToken) =>
        CheckAsync(Bearer(request), conversationId, cancellationToken);

    /// <param name="text">The token as the client gave it; null when it gave none.</param>
    public async Task<(BrowserToken? Token, DirectLineError? Refusal)> CheckAsync(string? text, string conversationId, CancellationToken cancellationToken)
    {
        if (text is null)
            return (null, DirectLineError.MissingToken);
        var (token, refusal) = Check(text);
        if (token is null || token.ConversationId == conversationId)
            return (token, refusal);
        return (null, await chats.FindAsync(conversationId, cancellationToken) is null ? DirectLineError.UnknownConversation : DirectLineError.OtherConversation);
    }

    private (BrowserToken? Token, DirectLineError? Refusal) Check(string text) => tokens.Read(text) switch
    {
        (null, _) => (null, DirectLineError.BadToken),
        (_, IsExpired: true) => (null, DirectLineError.Expired),
        var (token, _) => (token, null),
    };

    private static string? Bearer(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(header.Parameter)
            ? header.Parameter
            : null;

    // Hashed first, so that not even the secret's length shows in the time taken.
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
