-- Recipe aggregations-and-analytics/12: whether a price rose, by the row before.
CREATE TABLE levels (river STRING, metres DOUBLE, seen_at AS PROCTIME()) WITH ('connector' = 'datagen');
CREATE TABLE shown (river STRING, metres DOUBLE, arrow STRING) WITH ('connector' = 'print');

INSERT INTO shown
with pairs as (
  select river, metres,
    lag(metres, 1) over (partition by river order by seen_at) as before
  from levels
)
select river, metres,
  case when metres > before then '▲' when metres < before then '▼' else '=' end as arrow
from pairs;

--? OVER
