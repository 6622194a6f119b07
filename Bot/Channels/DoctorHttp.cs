using System.Net.Http.Headers;
using System.Security.Authentication;

namespace PlanBot.Channels;

/// <summary>Asks addresses on behalf of the doctor; what fails is an answer too.</summary>
public sealed class DoctorHttp(IHttpClientFactory clients, [FromKeyedServices("wall")] TimeProvider wall)
{
    public const string Client = "doctor";

    /// <summary>How long one address may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Bytes; whoever sends more is not heard out.</summary>
    public const int LongestBody = 256 * 1024;

    public HttpClient CreateClient() => clients.CreateClient(Client);

    /// <param name="json">Sent along when it is given.</param>
    public async Task<DoctorAnswer> AskAsync(HttpMethod method, Uri address, CancellationToken cancellationToken, string? json = null)
    {
        using var client = CreateClient();
        using var request = new HttpRequestMessage(method, address);
        if (json is not null)
            request.Content = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        try
        {
            var before = wall.GetUtcNow();
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // The date is cut to seconds; half of the way there and back belongs to neither clock.
            var skew = response.Headers.Date is { } there ? before + ((wall.GetUtcNow() - before) / 2) - there.AddSeconds(0.5) : (TimeSpan?)null;
            await response.Content.LoadIntoBufferAsync(LongestBody, cancellationToken);
            return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken), skew, Trouble.None);
        }
        catch (HttpRequestException exception)
        {
            return new(0, "", null, TroubleOf(exception));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(0, "", null, Trouble.TooSlow);
        }
    }

    private static Trouble TroubleOf(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => Trouble.NoSuchName,
        HttpRequestError.SecureConnectionError => Trouble.Certificate,
        _ when exception.InnerException is AuthenticationException => Trouble.Certificate,
        _ => Trouble.NoConnection,
    };
}

/// <param name="Status">0 where nobody answered.</param>
/// <param name="Skew">How far this machine's clock is ahead of the other's; null where it does not tell.</param>
public sealed record DoctorAnswer(int Status, string Body, TimeSpan? Skew, Trouble Trouble);

/// <summary>Why nobody answered.</summary>
public enum Trouble
{
    None = 0,
    NoSuchName = 1,
    NoConnection = 2,
    Certificate = 3,
    TooSlow = 4,
}
