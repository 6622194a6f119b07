using PlanBot.Data.Sql;

namespace PlanBot.Texts;

/// <summary>Why the database cannot be used and what to do, in one line for the terminal: Chinese, then the exception's own English.</summary>
public static class DatabaseTexts
{
    public static string Explain(DatabaseUnavailableException problem) => $"{Chinese(problem.Reason, problem.Place, problem.Detail)} {problem.Message}";

    public static string Explain(DatabaseUnavailableException problem, Language language) => language.In(Chinese(problem.Reason, problem.Place, problem.Detail), problem.Message);

    /// <summary>The reason alone, for a monitor; names no place.</summary>
    public static string InShort(DatabaseProblem reason) => reason switch
    {
        DatabaseProblem.Locked => "locked by another program",
        DatabaseProblem.ReadOnly => "read-only",
        DatabaseProblem.NotADatabase => "not a database",
        DatabaseProblem.Corrupt => "damaged",
        DatabaseProblem.FolderNotWritable or DatabaseProblem.CannotOpen => "cannot be opened",
        DatabaseProblem.StorageFull => "disk full",
        DatabaseProblem.StorageFailed => "disk fails",
        DatabaseProblem.Unreachable or DatabaseProblem.OutcomeUnknown => "server unreachable",
        DatabaseProblem.AccessDenied => "sign-in refused",
        DatabaseProblem.Missing or DatabaseProblem.NoFile => "missing",
        DatabaseProblem.TooSlow => "too slow",
        _ => "cannot be used",
    };

    private static string Chinese(DatabaseProblem reason, string place, string? detail) => reason switch
    {
        DatabaseProblem.Locked => $"数据库 {place} 正被别的程序占用，请关闭该程序或稍后再试。",
        DatabaseProblem.ReadOnly => $"数据库 {place} 是只读的，请为当前用户开放该文件及其文件夹的写权限。",
        DatabaseProblem.NotADatabase => $"{place} 不是 PlanBot 的数据库，请移走该文件，或在 ConnectionStrings:PlanBot 中改为正确的路径。",
        DatabaseProblem.Corrupt => $"数据库 {place} 已损坏，请用最近的备份恢复，或用 sqlite3 的 .recover 救出还能读的内容。",
        DatabaseProblem.FolderNotWritable => $"无法建立数据库 {place}，请开放其文件夹的写权限，或在 ConnectionStrings:PlanBot 中另选位置。",
        DatabaseProblem.CannotOpen => $"打不开数据库 {place}，请确认它是文件，且当前用户可以读写。",
        DatabaseProblem.NewerSchema => $"数据库 {place} 由更新版本的 PlanBot 写成，请启动那个版本，或恢复升级前的备份。",
        DatabaseProblem.ChangedMigration => $"数据库 {place} 由另一版 PlanBot 建立，请启动那一版，或移走该文件从空库开始。",
        DatabaseProblem.StorageFull => $"数据库 {place} 所在的磁盘已满，请腾出空间后再试。",
        DatabaseProblem.StorageFailed => $"数据库 {place} 所在的磁盘读写失败，请检查磁盘和文件夹权限。",
        DatabaseProblem.Unreachable => $"数据库服务器 {place} 没有应答，请确认它在运行，且 ConnectionStrings:PlanBot 写对了。",
        DatabaseProblem.AccessDenied => $"数据库服务器 {place} 拒绝登录，请检查 ConnectionStrings:PlanBot 中的用户、密码和库名。",
        DatabaseProblem.Missing => $"{place} 这个库还没有建立，请先建库（createdb -O <用户> <库名>），或在 ConnectionStrings:PlanBot 中改为已有的库。",
        DatabaseProblem.NoFile => $"没有数据库文件 {place}，请到启动 PlanBot 的文件夹里运行，或在 ConnectionStrings:PlanBot 中写明文件。",
        DatabaseProblem.TooSlow => $"数据库 {place} 没有及时应答，请再试；一直如此时请检查服务器负载。",
        DatabaseProblem.OutcomeUnknown => $"保存时与数据库 {place} 的连接中断，请先查看是否已存入再重做。",
        DatabaseProblem.Served => $"数据库 {place} 已有另一个程序在提供服务（{detail}），请先停止它，或在 ConnectionStrings:PlanBot 中另选文件。",
        DatabaseProblem.HalfMoved => $"数据库 {place} 里只有 {detail} 的一部分，迁移已开始而没有完成，请再运行 planbot migrate-database，直到它说全部迁完。",
        _ => $"数据库 {place} 无法使用。",
    };
}
