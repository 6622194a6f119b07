using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PlanBot.Tests.Fixtures;

/// <summary>A PostgreSQL server of the tests' own, on a free port of the loopback, from the installed binaries. It ends with the test process, however that ends.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "planbot";
    private const string Password = "secret of the tests";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<Task<PostgresServer>> Shared = new(() => StartOwnAsync(durable: false));
    private static int databases;

    private readonly string folder;
    private readonly bool durable;
    private readonly int port;
    private Process? watchdog;

    private PostgresServer(string folder, bool durable, int port) => (this.folder, this.durable, this.port) = (folder, durable, port);

    /// <summary>Why no server can be started; null when one can.</summary>
    public static string? WhyNone { get; } = Binaries() is null ? "PostgreSQL is not installed (apt-get install postgresql), or POSTGRES_BIN does not name its programs' folder" : null;

    /// <summary>A new empty database on the server that all tests share.</summary>
    /// <param name="template">A database to copy; nobody may be connected to it.</param>
    public static async Task<string> CreateDatabaseAsync(string template = "template0") => await (await Shared.Value).NewDatabaseAsync(template);

    /// <summary>What tells the program to use a new database of the shared server.</summary>
    public static async Task<(string Name, string Value)[]> SettingsOfNewDatabaseAsync() =>
        [("Database__Provider", "postgres"), ("ConnectionStrings__PlanBot", await CreateDatabaseAsync())];

    /// <summary>After a program was killed, the server notices its connections one by one; only then can its database be a template.</summary>
    public static async Task UntilNobodyIsConnectedAsync(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        await (await Shared.Value).ExecuteAsync(
            $"DO $$ BEGIN WHILE EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = '{builder.Database}') LOOP PERFORM pg_sleep(0.02), pg_stat_clear_snapshot(); END LOOP; END $$");
    }

    /// <summary>A server that one test may stop, start again and cut connections of.</summary>
    /// <param name="durable">Waits for the disk at each commit, as an office's server does.</param>
    public static async Task<PostgresServer> StartOwnAsync(bool durable = false)
    {
        if (WhyNone is { } reason)
            throw new InvalidOperationException(reason);
        var server = new PostgresServer(Directory.CreateTempSubdirectory("planbot-pg-").FullName, durable, FreePort());
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", server.folder); // the server refuses to run as root
        await File.WriteAllTextAsync(server.folder + "/password", Password);
        await AsServerUserAsync(
            "initdb", "-D", server.Data, "-U", User, "-A", "password", "--pwfile", server.folder + "/password", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.StartAsync();
        return server;
    }

    /// <summary>A new database on this server.</summary>
    public async Task<string> NewDatabaseAsync(string template = "template0")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"planbot_{Interlocked.Increment(ref databases)}");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return ConnectionString(name);
    }

    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database={database};Username={User};Password={Password}");

    /// <summary>Runs a statement as the server's owner.</summary>
    public async Task ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Starts the server, or starts it again on its data and its port.</summary>
    public async Task StartAsync()
    {
        // A shell keeps watch: when its input ends, because the tests have ended in whatever way, it ends the server and clears up.
        const string watch = """
            "$@" & server=$!
            while read -r _; do :; done
            kill -QUIT $server 2>/dev/null; wait $server; [ -e "$KEEP" ] || rm -rf "$FOLDER"
            """;
        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        string[] settings =
        [
            $"port={port}", "listen_addresses=127.0.0.1", $"unix_socket_directories={folder}", "max_connections=300", "shared_buffers=64MB",
            .. durable ? [] : new[] { "fsync=off", "full_page_writes=off", "synchronous_commit=off" },
        ];
        foreach (var argument in (string[])["-c", watch, "sh", .. AsServerUser(), Program("postgres"), "-D", Data, .. settings.SelectMany(setting => new[] { "-c", setting })])
            start.ArgumentList.Add(argument);
        (start.Environment["FOLDER"], start.Environment["KEEP"]) = (folder, Keep);
        File.Delete(Keep);
        watchdog = Process.Start(start)!;
        watchdog.OutputDataReceived += (_, _) => { };
        watchdog.ErrorDataReceived += (_, _) => { };
        watchdog.BeginOutputReadLine();
        watchdog.BeginErrorReadLine();
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < Patience && !watchdog.HasExited)
            {
            }
        }
    }

    /// <summary>Ends the server as a crash would; its data stays.</summary>
    public async Task StopAsync()
    {
        await File.WriteAllTextAsync(Keep, "");
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(Keep);
        await EndAsync();
        if (Directory.Exists(folder)) // it was stopped before
            Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    /// <summary>While this file is there, the data outlives the server.</summary>
    private string Keep => folder + ".keep";

    private async Task EndAsync()
    {
        if (watchdog is null)
            return;
        watchdog.StandardInput.Close();
        await watchdog.WaitForExitAsync().WaitAsync(Patience);
        watchdog.Dispose();
        watchdog = null;
    }

    private static Task AsServerUserAsync(string program, params string[] arguments) => AsServerUser() is [var first, .. var rest]
        ? RunAsync(first, [.. rest, Program(program), .. arguments])
        : RunAsync(Program(program), arguments);

    private static string[] AsServerUser() => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {string.Concat(texts)}");
    }

    private static string Program(string name) => Path.Combine(Binaries()!, name);

    /// <summary>The newest installed version; null when there is none.</summary>
    private static string? Binaries()
    {
        string[] candidates = Environment.GetEnvironmentVariable("POSTGRES_BIN") is { Length: > 0 } named
            ? [named]
            :
            [
                .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
                .. Directory.Exists("/usr/lib/postgresql")
                    ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => version, StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
                    : [],
            ];
        return candidates.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
