using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace PlanBot.Tests.Doctor;

/// <summary>Everything beyond this machine: the names that are known here, each with what it answers. Loopback is real.</summary>
internal sealed class Outside : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, Func<HttpRequestMessage, HttpResponseMessage>> hosts = new();
    private readonly ConcurrentDictionary<string, Uri> forwarded = new();

    public Outside()
        : base(new HttpClientHandler { AllowAutoRedirect = false })
    {
    }

    /// <summary>What was asked outside, and what was sent along.</summary>
    public ConcurrentQueue<(string Address, string Body)> Requests { get; } = new();

    public Outside Answers(string host, int status, string body = "", string contentType = "application/json")
    {
        hosts[host] = _ => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        return this;
    }

    /// <param name="answer">Status and body by path.</param>
    public Outside Answers(string host, Func<string, (int Status, string Body)> answer)
    {
        hosts[host] = request =>
        {
            var (status, body) = answer(request.RequestUri!.AbsolutePath);
            return new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        };
        return this;
    }

    public Outside Fails(string host, HttpRequestError error)
    {
        hosts[host] = _ => throw new HttpRequestException(error, "It fails.");
        return this;
    }

    /// <summary>As a reverse proxy does.</summary>
    public Outside Forwards(string host, Uri to)
    {
        forwarded[host] = to;
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.IsLoopback)
            return await base.SendAsync(request, cancellationToken);
        Requests.Enqueue((request.RequestUri.ToString(), request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        if (forwarded.TryGetValue(request.RequestUri.Host, out var to))
        {
            request.RequestUri = new Uri(to, request.RequestUri.PathAndQuery);
            return await base.SendAsync(request, cancellationToken);
        }
        return hosts.TryGetValue(request.RequestUri.Host, out var answer) ? answer(request) : throw new HttpRequestException(HttpRequestError.NameResolutionError, "No such name.");
    }
}
