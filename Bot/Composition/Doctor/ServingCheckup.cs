using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PlanBot.Channels;
using PlanBot.UseCases;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Composition.Doctor;

/// <summary>What the service needs of this machine: the right mode, its ports, a folder for evidence.</summary>
internal sealed class ServingCheckup(IOptions<DemoOptions> demo, IOptions<EvidenceOptions> evidence, IConfiguration configuration, DoctorHttp http) : ICheckup
{
    public string Name => "mode";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        List<Finding> findings =
        [
            demo.Value.Enabled ? new("mode", FindingState.Warning, "demo") : new("mode", FindingState.Ok, "in-earnest"),
            EvidenceFolder(),
        ];
        foreach (var url in (configuration["Urls"] ?? "http://localhost:3978").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            findings.Add(await PortAsync(url, cancellationToken));
        return findings;
    }

    private Finding EvidenceFolder()
    {
        var folder = Path.GetFullPath(evidence.Value.Folder);
        if (File.Exists(folder))
            return new("evidence", FindingState.Failed, "evidence-unwritable", folder);
        // Where it is not there yet, the nearest folder above must let it be made.
        var nearest = folder;
        while (!Directory.Exists(nearest) && Path.GetDirectoryName(nearest) is { } above)
            nearest = above;
        var trial = Path.Combine(nearest, $".planbot-{Environment.ProcessId}");
        try
        {
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return new("evidence", FindingState.Ok, "evidence", folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new("evidence", FindingState.Failed, "evidence-unwritable", folder);
        }
    }

    private async Task<Finding> PortAsync(string url, CancellationToken cancellationToken)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return new("port", FindingState.Failed, "no-address", url);
        }
        return MayListen(address) switch
        {
            null => new("port", FindingState.Ok, "port-free", url),
            SocketError.AddressAlreadyInUse => await WhoAnswersAsync(url, address, cancellationToken),
            { } error => new("port", FindingState.Failed, "port-refused", url, error.ToString()),
        };
    }

    private async Task<Finding> WhoAnswersAsync(string url, BindingAddress address, CancellationToken cancellationToken)
    {
        var host = IsAny(address.Host) ? "localhost" : address.Host;
        var answer = await http.AskAsync(HttpMethod.Get, new Uri($"{address.Scheme}://{host}:{address.Port}{PublicUrlCheckup.Health}"), cancellationToken);
        return PublicUrlCheckup.IsPlanBot(answer) ? new("port", FindingState.Ok, "serving", url) : new("port", FindingState.Failed, "port-taken", url);
    }

    /// <returns>Null when the port is free.</returns>
    private static SocketError? MayListen(BindingAddress address)
    {
        try
        {
            using var listener = new TcpListener(AddressOf(address.Host), address.Port);
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode;
        }
    }

    private static IPAddress AddressOf(string host) =>
        IsAny(host) ? IPAddress.Any : IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : host == "localhost" ? IPAddress.Loopback : IPAddress.Any;

    private static bool IsAny(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";
}
