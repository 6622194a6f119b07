using System.Globalization;
using System.Text;
using PlanBot.Data.Moving;
using PlanBot.Data.Sql;

namespace PlanBot.Texts;

/// <summary>What <c>planbot migrate-database</c> says; each line in both languages, none with a password.</summary>
public static class MoveTexts
{
    public const string Unquoted =
        "参数多了，或连接串没有加引号，请把 --from 和 --to 后面的内容各自放进引号里。 There is a word too many; put what follows --from and --to in quotes, each for itself.";

    public const string NotSqlite =
        "--from 应为 SQLite 文件的路径或连接串，如 var/planbot.db，目前只能从 SQLite 迁往 PostgreSQL。 --from must be an SQLite file or connection string, e.g. var/planbot.db; PlanBot moves from SQLite to PostgreSQL only.";

    public const string NotPostgres =
        "--to 应为 PostgreSQL 连接串，如 \"Host=db;Database=planbot;Username=planbot\"，目前只能从 SQLite 迁往 PostgreSQL。 --to must be a PostgreSQL connection string, e.g. \"Host=db;Database=planbot;Username=planbot\"; PlanBot moves from SQLite to PostgreSQL only.";

    public const string Interrupted =
        "已中断。迁到的部分留在目标库里；再运行同一条命令就接着迁。 Interrupted. What has arrived stays; run the same command again and it goes on from there.";

    /// <summary>A database that cannot be used, with this command's own names for where it was given.</summary>
    public static string Explain(DatabaseUnavailableException problem, string source)
    {
        var explained = DatabaseTexts.Explain(problem).Replace("ConnectionStrings:PlanBot", problem.Place == source ? "--from" : "--to", StringComparison.Ordinal);
        return problem.Reason is DatabaseProblem.Unreachable or DatabaseProblem.OutcomeUnknown or DatabaseProblem.StorageFull or DatabaseProblem.TooSlow
            ? explained + " 排除后再运行同一条命令，会接着迁。 Then run the same command again; it goes on where it stood."
            : explained;
    }

    public static string Explain(MoveRefusedException refusal) => refusal.Reason switch
    {
        MoveRefusal.NoSource => $"没有 {refusal.Detail} 这个文件，请核对 --from。 There is no file {refusal.Detail}; check --from.",
        MoveRefusal.NoLedger => $"{refusal.Detail} 里没有 PlanBot 的账目，请核对 --from。 {refusal.Detail} holds no ledger of PlanBot; check --from.",
        MoveRefusal.TargetNotEmpty =>
            $"目标库 {refusal.Detail} 不是空的，没有作任何改动，请另建一个空库。 The database {refusal.Detail} is not empty, and nothing in it was changed; create an empty one (createdb -O <user> <name>) and name it in --to.",
        MoveRefusal.OtherVersion =>
            $"往 {refusal.Detail} 的迁移是由另一版 PlanBot 开始的，请用那一版迁完，或另建空库重新开始。 Another version of PlanBot has begun to move into {refusal.Detail}; finish it with that one, or begin again with an empty database.",
        MoveRefusal.AnotherRun =>
            $"另一个 migrate-database 正在往 {refusal.Detail} 里迁，请等它结束。 Another migrate-database is moving into {refusal.Detail}; wait until it has ended.",
        MoveRefusal.SourceWentOn =>
            $"迁移早已完成，之后 {refusal.Detail} 又有改动，目标库没有动。要以该文件为准，请另建空库重新迁移。 The move was complete, and {refusal.Detail} was changed afterwards; the target was left alone. If that file is the one to go by, begin again with an empty database.",
        MoveRefusal.NotOfItsType =>
            $"{refusal.Detail} 的值与列的类型不符，PostgreSQL 存不下；改正源文件中这一处后再运行同一条命令。 The value at {refusal.Detail} is not of its column's type; mend it in the source, then run the same command again.",
        MoveRefusal.NulCharacter =>
            $"{refusal.Detail} 的文字里有 U+0000，PostgreSQL 存不下；去掉后再运行同一条命令。 The text at {refusal.Detail} has the character U+0000, which PostgreSQL does not store; take it out of the source, then run the same command again.",
        _ => $"目标库不收这一行：{refusal.Detail}；改正源文件中这一行后再运行同一条命令。 The target's rules refuse this row: {refusal.Detail}; mend it in the source, then run the same command again.",
    };

    public static string Migrated(IEnumerable<string> migrations) =>
        $"源文件先升级到了现行结构：{string.Join("、", migrations)}。 The source was brought up to the present schema first: {string.Join(", ", migrations)}.";

    /// <summary>At what, how far and how fast, e.g. <c>复制 copying obligation 350,000/1,500,000 23% 41,000/s</c>.</summary>
    /// <param name="rate">Rows in a second.</param>
    public static string Progress(MoveProgress progress, double rate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Doing(progress.Phase)} {progress.Table} {progress.Rows:N0}/{progress.RowsOfTable:N0} {(progress.Total == 0 ? 100 : 100 * progress.Done / progress.Total)}% {rate:N0}/s");

    public static string TableDone(MoveProgress progress) => string.Create(CultureInfo.InvariantCulture, $"{Doing(progress.Phase)} {progress.Table} {progress.RowsOfTable}");

    public static string MovedBefore(DateTimeOffset finishedAt, string place) => string.Create(
        CultureInfo.InvariantCulture,
        $"早已全部迁到 {place}（{finishedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC），没有改动。 All was moved to {place} before ({finishedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC); nothing was changed.");

    /// <summary>Rows of each table, then what to do next.</summary>
    /// <param name="setting">The new connection string without its password.</param>
    public static string Moved(IReadOnlyList<(string Name, long Rows)> tables, TimeSpan took, string setting)
    {
        var (text, all) = (new StringBuilder(), tables.Sum(table => table.Rows));
        foreach (var (name, rows) in tables)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name} {rows}");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{tables.Count} 张表共 {all} 行已迁完，并逐行核对无误，用时 {took.TotalSeconds:0.0} 秒。 {all} rows of {tables.Count} tables were moved and compared row by row, all the same, in {took.TotalSeconds:0.0} s.");
        text.AppendLine("请改这两项设置（密码自行补上）再启动服务，旧文件留着备查。 Change these two settings (add the password), start the service, and keep the old file.");
        text.AppendLine("  Database__Provider=postgres");
        text.Append(CultureInfo.InvariantCulture, $"  ConnectionStrings__PlanBot='{setting}'");
        return text.ToString();
    }

    public static string Differs(string difference) => $"两边不同 differs: {difference}";

    public static string DifferencesRemedy(int shown) =>
        $"以上最多列 {shown} 处，目标库尚不能使用。请另建空库重新迁移；若再出现，请把本清单交给维护人员。 Up to {shown} are listed; the target must not be used. Begin again with an empty database; if it happens again, pass this list on.";

    private static string Doing(MovePhase phase) => phase switch
    {
        MovePhase.Copying => "复制 copying",
        MovePhase.Checking => "核对 checking",
        _ => "登记 recording",
    };
}
