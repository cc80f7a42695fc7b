// Takes a month and a database, works the month's pay out by the company's policy, and puts every line of it back.
using KpiRules;
using KpiRules.Facts;
using KpiRules.Mapping;
using KpiRules.Results;
using Microsoft.Data.Sqlite;
using Payroll;

Console.OutputEncoding = System.Text.Encoding.UTF8;
var month = Period.Parse(args.ElementAtOrDefault(0) ?? "2026-03");
var policy = Policy.Load(Path.Combine(AppContext.BaseDirectory, "company", "ruleset.json"));

using var connection = new SqliteConnection(args.ElementAtOrDefault(1) ?? "Data Source=:memory:");
connection.Open();
Company.CreateTables(connection);

var pay = policy.Evaluate(ReadFacts(), month);
foreach (var issue in pay.Issues)
    Console.WriteLine($"to be looked at: {issue.ToString("en")}");
WritePay(pay);
PrintPay();

// Queries name their columns as the policy names its facts. The whole year up to the month is read, for the policy looks back.
Dataset ReadFacts() => Dataset.Build(facts =>
{
    var map = SubjectMap.OfRows("seller", "month").For(policy);
    Query("SELECT id AS seller, region AS 区域, job AS 岗位, manager, director AS 总监, hired_on AS 入职日 FROM seller",
        rows => facts.AddAll(rows, map));
    Query("SELECT seller, month, visits AS 拜访数, quota_cents / 100.0 AS '业绩.target' FROM seller_month WHERE month <= $month",
        rows => facts.AddAll(rows, map));
    Query("""
        SELECT seller, closed_on, product AS 产品, pieces AS 数量, outcome AS 结果, amount_cents / 100.0 AS 成交额,
            created_on AS 创建日, closed_on AS 结束日
        FROM opportunity WHERE substr(closed_on, 1, 7) <= $month
        """,
        rows => facts.AddRecords(policy, "商机", rows, "seller", "closed_on"));
});

void Query(string sql, Action<IEnumerable<IReadOnlyList<KeyValuePair<string, object?>>>> read)
{
    using var command = new SqliteCommand(sql, connection);
    if (sql.Contains("$month"))
        command.Parameters.AddWithValue("$month", month.ToString());
    using var reader = command.ExecuteReader();
    read(reader.Rows());
}

// One statement, prepared once, in one transaction: the month is in the table as a whole or not at all.
void WritePay(PeriodEvaluation pay)
{
    using var transaction = connection.BeginTransaction();
    using var delete = new SqliteCommand("DELETE FROM pay WHERE month = $month", connection, transaction);
    delete.Parameters.AddWithValue("$month", month.ToString());
    delete.ExecuteNonQuery();

    using var insert = new SqliteCommand(
        "INSERT INTO pay VALUES ($month, $seller, $line, $state, $cents, $cause, $ruleset)", connection, transaction);
    insert.Parameters.AddWithValue("$month", month.ToString());
    insert.Parameters.AddWithValue("$ruleset", $"{pay.RulesetId} {pay.RulesetVersion} {pay.ContentHash}");
    foreach (var name in new[] { "$seller", "$line", "$state", "$cents", "$cause" })
        insert.Parameters.Add(new SqliteParameter { ParameterName = name });
    foreach (var seller in pay.Subjects)
        foreach (var line in pay[seller].Payout!.Lines)
        {
            insert.Parameters["$seller"].Value = seller;
            insert.Parameters["$line"].Value = line.Name;
            insert.Parameters["$state"].Value = line.State.ToString();
            insert.Parameters["$cents"].Value = line.Amount is { } amount ? (long)(amount * 100) : DBNull.Value;
            insert.Parameters["$cause"].Value = line.Cause?.Explain("en") ?? (object)DBNull.Value;
            insert.ExecuteNonQuery();
        }

    transaction.Commit();
}

// What is held is told beside the sum that it is not in.
void PrintPay()
{
    using var command = new SqliteCommand(
        """
        SELECT seller, sum(cents) / 100.0, sum(state = 'Held') FROM pay WHERE month = $month GROUP BY seller ORDER BY 2 DESC, 1
        """,
        connection);
    command.Parameters.AddWithValue("$month", month.ToString());
    using var reader = command.ExecuteReader();
    while (reader.Read())
    {
        var held = reader.GetInt32(2) > 0 ? $"  ({reader.GetInt32(2)} held)" : "";
        Console.WriteLine($"{reader.GetDecimal(1),12:N2}  {reader.GetString(0)}{held}");
    }
}
