-- Recipe joins/05: one table of facts with several of dimensions, each at the time of the fact.
CREATE TABLE drivers (driver STRING, driver_name STRING, changed_at TIMESTAMP(3),
  PRIMARY KEY (driver) NOT ENFORCED, WATERMARK FOR changed_at AS changed_at - INTERVAL '10' SECONDS)
WITH ('connector' = 'datagen');
CREATE TABLE depots (depot STRING, town STRING, changed_at TIMESTAMP(3),
  PRIMARY KEY (depot) NOT ENFORCED, WATERMARK FOR changed_at AS changed_at - INTERVAL '10' SECONDS)
WITH ('connector' = 'datagen');
CREATE TABLE carriers (carrier STRING, carrier_name STRING, changed_at TIMESTAMP(3),
  PRIMARY KEY (carrier) NOT ENFORCED, WATERMARK FOR changed_at AS changed_at)
WITH ('connector' = 'datagen');
CREATE TABLE deliveries (planned_at TIMESTAMP(3), loaded_at TIMESTAMP(3),
  driver STRING, from_depot STRING, to_depot STRING, carrier STRING,
  WATERMARK FOR loaded_at AS loaded_at - INTERVAL '10' SECONDS) WITH ('connector' = 'datagen');
CREATE TABLE shown (loaded TIMESTAMP(3), driver_name STRING, origin STRING, destination STRING, carrier_name STRING)
WITH ('connector' = 'print');

INSERT INTO shown
SELECT t.loaded_at, p.driver_name, o.town, d.town, b.carrier_name
FROM deliveries t
LEFT JOIN carriers FOR SYSTEM_TIME AS OF t.loaded_at AS b
  ON t.carrier = b.carrier
LEFT JOIN drivers FOR SYSTEM_TIME AS OF t.loaded_at AS p ON t.driver = p.driver
LEFT JOIN depots FOR SYSTEM_TIME AS OF t.loaded_at AS o ON t.from_depot = o.depot
LEFT JOIN depots FOR SYSTEM_TIME AS OF t.loaded_at AS d ON t.to_depot = d.depot;

--? a temporal join
--? a temporal join
--? a temporal join
--? a temporal join
