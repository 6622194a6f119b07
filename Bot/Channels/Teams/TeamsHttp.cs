using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace PlanBot.Channels.Teams;

/// <summary>Makes the client that goes to Teams, whatever name the SDK asks for.</summary>
public sealed class TeamsHttp(IHttpClientFactory clients) : IHttpClientFactory
{
    public const string Client = "teams";

    public HttpClient CreateClient(string name) => clients.CreateClient(Client);
}

/// <summary>Outermost of the handlers: lets nothing out to a host that is not on the list, tries again what may be tried again, and makes one kind of exception of what fails.</summary>
/// <remarks>Tried again are 412, 429, 502, 503 and 504, at most three times; a longer wait than <see cref="LongestWait"/> is for the outbox to keep.</remarks>
public sealed class ConnectorCalls : DelegatingHandler
{
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private const int Retries = 3;
    private const string WrongHost = "InvalidBotApiHost";
    private static readonly Uri GovernmentCommunity = new("https://smba.infra.gcc.teams.microsoft.com/gcc/");

    private readonly TeamsOptions settings;
    private readonly TimeProvider wall;
    private readonly Random random;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public ConnectorCalls(IOptions<TeamsOptions> options, [FromKeyedServices("wall")] TimeProvider wall, Random random)
    {
        (settings, this.wall, this.random) = (options.Value, wall, random);
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = wall }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = Retries,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } response && MayTryAgain(response)),
                DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(WaitBefore(attempt.Outcome.Result!, attempt.AttemptNumber)),
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isCall = request.RequestUri!.AbsolutePath.Contains("/v3/", StringComparison.Ordinal) && !request.RequestUri.AbsolutePath.Contains("/.well-known/", StringComparison.Ordinal);
        if ((isCall || request.Headers.Authorization is not null) && !settings.AllowsHost(request.RequestUri))
            throw new UnauthorizedAccessException("Refused: the bot does not call that host.");
        if (!isCall)
            return await base.SendAsync(request, cancellationToken);
        var response = await TryAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        var code = await ConnectorException.CodeInAsync(response, cancellationToken);
        if (code == WrongHost && Elsewhere(request.RequestUri) is { } other)
        {
            response.Dispose();
            request.RequestUri = other;
            response = await TryAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return response;
            code = await ConnectorException.CodeInAsync(response, cancellationToken);
        }
        // A question that finds nobody is no failure; a refused token is renewed by whoever attached it.
        if (request.Method == HttpMethod.Get || response.StatusCode == HttpStatusCode.Unauthorized)
            return response;
        using (response)
            throw new ConnectorException(response.StatusCode, code, ConnectorException.RetryAfterOf(response, wall.GetUtcNow()));
    }

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);

    private bool MayTryAgain(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        && !(ConnectorException.RetryAfterOf(response, wall.GetUtcNow()) > LongestWait);

    /// <summary>What the channel asks for, else 1, 2 and 4 s, a fifth more or less.</summary>
    private TimeSpan WaitBefore(HttpResponseMessage response, int attempt) =>
        ConnectorException.RetryAfterOf(response, wall.GetUtcNow()) ?? TimeSpan.FromSeconds(Math.Pow(2, attempt) * (0.8 + (0.4 * random.NextDouble())));

    private Uri? Elsewhere(Uri address)
    {
        var at = address.PathAndQuery.IndexOf("/v3/", StringComparison.Ordinal);
        return settings.AllowsHost(GovernmentCommunity) && address.Host != GovernmentCommunity.Host ? new Uri(GovernmentCommunity, address.PathAndQuery[(at + 1)..]) : null;
    }
}
